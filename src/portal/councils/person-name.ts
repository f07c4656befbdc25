/** The parts of a person's name, as the composition of a council makes them public (M2). */
export interface PersonName {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
}

/** Family name first, as in lists and minutes. */
export function personName({ familyName, givenName, patronymic }: PersonName): string {
  return [familyName, givenName, patronymic].filter(Boolean).join(' ');
}
