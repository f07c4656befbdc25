/** SQL: whether everyone may read the words and the name of a comment `c`: it is neither withdrawn nor concealed. */
export const OPEN_WORDS = `c.state <> 'withdrawn' and c.concealment is null`;
