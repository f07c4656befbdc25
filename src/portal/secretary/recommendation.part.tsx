import type { JSX } from 'preact';
import { Button, Select, Tag } from '../components/index.js';
import { Bilingual } from '../desk/index.js';
import { FilledForm, Form, LocalizedParagraph, Name } from '../frame/index.js';
import { RECOMMENDATION } from './meeting-forms.js';
import type { ItemProps } from './screen.js';

/** What the council asked on a carried item, and a form to ask more. */
export function RecommendationsPart(props: ItemProps): JSX.Element {
  const { ctx, screen, names, item } = props;
  const own = screen.recommendations.filter(({ agendaItemId }) => agendaItemId === item.id);
  return (
    <>
      {own.length > 0 && <h3 class="govuk-heading-m">{ctx.t('portal.desk.meeting.recommendations')}</h3>}
      {own.map((one) => (
        <div class="govuk-!-margin-bottom-4">
          <p class="govuk-body">
            <Name ctx={ctx} names={names} id={one.bodyId} />{' '}
            <Tag colour={one.state === 'adopted' ? 'orange' : 'blue'}>
              {ctx.t(`portal.desk.meeting.recommendation.${one.state}`)}
            </Tag>
          </p>
          <LocalizedParagraph ctx={ctx} text={one.text} />
          {one.dueOn && (
            <p class="govuk-body">{ctx.t('portal.desk.meeting.replyDue', { date: ctx.format.date(one.dueOn) })}</p>
          )}
          {one.decision !== null && one.decision !== 'declined' && (
            <p class="govuk-body">
              <a class="govuk-link" href={ctx.url(`/desk/recommendations/${one.id}/measure`)}>
                {ctx.t('portal.desk.promise.title')}
              </a>
            </p>
          )}
          {one.state === 'adopted' && (
            <Form ctx={ctx} action={`/desk/meetings/${screen.meeting.id}/dispatch/${one.id}`}>
              <Button variant="secondary" preventDoubleClick>
                {ctx.t('portal.desk.meeting.dispatch')}
              </Button>
            </Form>
          )}
        </div>
      ))}
      {item.result?.outcome === 'carried' && <RecommendationForm {...props} />}
    </>
  );
}

function RecommendationForm({ ctx, screen, forms, item }: ItemProps): JSX.Element {
  const { meeting, powers, bodies } = screen;
  const first = { power: item.power, bodyId: item.bodyId };
  const filled = forms.recommendation ?? new FilledForm(ctx, RECOMMENDATION, first);
  const askable = powers.filter(({ answeredAsOpinion }) => !answeredAsOpinion);
  return (
    <>
      <h3 class="govuk-heading-m">{ctx.t('portal.desk.meeting.recommend')}</h3>
      <Form
        ctx={ctx}
        action={`/desk/meetings/${meeting.id}/recommendations/${item.id}`}
        keeps={`recommendation ${item.id} ${screen.recommendations.length}`}
      >
        <Select
          {...filled.field('bodyId')}
          label={ctx.t('portal.desk.meeting.recommendTo')}
          items={[{ value: '', text: '–' }, ...bodies.map(({ id, name }) => ({ value: id, text: ctx.text(name) }))]}
        />
        <Select
          {...filled.field('power')}
          label={ctx.t('portal.desk.meeting.power')}
          items={[
            { value: '', text: '–' },
            ...askable.map(({ id, name }) => ({ value: id, text: `${id}. ${ctx.text(name)}` })),
          ]}
        />
        <Bilingual filled={filled} name="text" label={ctx.t('portal.desk.meeting.recommendText')} rows={4} />
        <Button preventDoubleClick>{ctx.t('portal.desk.meeting.adopt')}</Button>
      </Form>
    </>
  );
}
