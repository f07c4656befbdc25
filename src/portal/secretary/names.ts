/** A person's name as it is written in records. */
export function fullName(person: {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
}): string {
  return [person.familyName, person.givenName, person.patronymic].filter((part) => part !== null).join(' ');
}
