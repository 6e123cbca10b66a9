/** A row-wise lower triangle with its diagonal, or a full matrix. */
export type Matrix = readonly (readonly number[])[];

export const entry = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;

/** The lower triangle L with L·Lᵀ the matrix; null where the matrix is not positive definite. */
export const cholesky = (matrix: Matrix): Matrix | null => {
  const factor: number[][] = [];
  for (let row = 0; row < matrix.length; row++) {
    const line: number[] = [];
    factor.push(line);
    for (let column = 0; column <= row; column++) {
      const explained = line.slice(0, column).reduce((sum, value, index) => sum + value * entry(factor, column, index), 0);
      const left = entry(matrix, row, column) - explained;
      if (column < row) line.push(left / entry(factor, column, column));
      else if (left > 1e-9) line.push(Math.sqrt(left));
      else return null;
    }
  }
  return factor;
};

/**
 * The factor of a correlation matrix put together from published pairs. Such a matrix need not be one of any distribution:
 * all correlations are weakened by the same share, no more than it takes.
 */
export const correlationFactor = (matrix: Matrix): Matrix => {
  for (let percent = 0; percent < 100; percent++) {
    const kept = 1 - percent / 100;
    const factor = cholesky(matrix.map((line, row) => line.map((value, column) => (row === column ? value : value * kept))));
    if (factor !== null) return factor;
  }
  throw new Error("No correlation matrix: its diagonal must be 1");
};
