namespace Lossary.Losses;

/// <summary>All ways to stretch one series onto another, step by step.</summary>
/// <param name="rows">How many steps the first has; at least 1.</param>
/// <param name="columns">How many steps the second has; at least 1.</param>
/// <param name="gamma">How soft the minimum is.</param>
/// <param name="memory">Of <see cref="LengthOf"/> numbers at least; what stands in it is arbitrary.</param>
internal readonly ref struct WarpingTable(int rows, int columns, double gamma, Span<double> memory)
{
    private readonly Span<double> _costs = memory[..(rows * columns)];
    private readonly Span<double> _totals = memory.Slice(rows * columns, rows * columns);
    private readonly Span<double> _weights = memory.Slice(2 * rows * columns, rows * columns);

    /// <summary>How many numbers a table takes.</summary>
    public static int LengthOf(int rows, int columns) => checked(3 * rows * columns);

    public int Rows => rows;

    public int Columns => columns;

    /// <summary>What a pair of steps costs.</summary>
    public ref double Cost(int row, int column) => ref _costs[(row * columns) + column];

    /// <summary>How much of all ways goes through a pair of steps: the derivative by its cost.</summary>
    public double WeightOf(int row, int column) => _weights[(row * columns) + column];

    /// <summary>Adds up from the first pair on; returns what the last comes to.</summary>
    public double Fill()
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double least = row + column == 0
                    ? 0
                    : SoftMinimum(TotalOf(row - 1, column - 1), TotalOf(row - 1, column), TotalOf(row, column - 1));
                _totals[(row * columns) + column] = Cost(row, column) + least;
            }
        }

        return _totals[^1];
    }

    /// <summary>Goes back from the last pair, and says how much goes through each.</summary>
    public void Weigh()
    {
        for (int row = rows - 1; row >= 0; row--)
        {
            for (int column = columns - 1; column >= 0; column--)
            {
                bool isLast = row == rows - 1 && column == columns - 1;
                _weights[(row * columns) + column] = isLast
                    ? 1
                    : Through(row, column, row + 1, column) + Through(row, column, row, column + 1)
                        + Through(row, column, row + 1, column + 1);
            }
        }
    }

    /// <summary>What goes through a pair of steps on from another one.</summary>
    private double Through(int row, int column, int nextRow, int nextColumn)
    {
        if (nextRow == rows || nextColumn == columns)
        {
            return 0;
        }

        double share = Math.Exp(
            (TotalOf(nextRow, nextColumn) - TotalOf(row, column) - Cost(nextRow, nextColumn)) / gamma);
        return WeightOf(nextRow, nextColumn) * share;
    }

    private double TotalOf(int row, int column) =>
        row < 0 || column < 0 ? double.PositiveInfinity : _totals[(row * columns) + column];

    private double SoftMinimum(double x, double y, double z)
    {
        double least = Math.Min(x, Math.Min(y, z));
        double sum = Math.Exp((least - x) / gamma) + Math.Exp((least - y) / gamma) + Math.Exp((least - z) / gamma);
        return least - (gamma * Math.Log(sum));
    }
}
