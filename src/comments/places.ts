/** What became of the provision that a comment is about: it stands in the same words, in other words, or no more. */
export const PLACES = ['same', 'changed', 'gone'] as const;

export type Place = (typeof PLACES)[number];

/**
 * SQL for the place of a comment `c`: the words of its provision in the version that was commented on beside those of the
 * latest, whose number `current` gives. Null for a comment on the whole.
 */
export const placeSql = (
  current: string,
): string => `case when c.provision_id is null or c.version_number is null then null
  when c.version_number = ${current} then 'same'
  else provision_place(c.provision_id, c.version_number, ${current}) end`;
