namespace Lossary.Reports;

/// <summary>Dots within character cells: 2 by 4 in braille, one in ASCII.</summary>
internal sealed class DotGrid
{
    private const int FirstBraille = 0x2800;
    private const string Marks = "*o+x#@%&";
    private readonly byte[,] _dots;
    private readonly int[,] _owners;
    private readonly bool _isBraille;

    public DotGrid(int columns, int rows, TerminalCharacters characters)
    {
        Columns = columns;
        Rows = rows;
        _isBraille = characters == TerminalCharacters.Unicode;
        _dots = new byte[rows, columns];
        _owners = new int[rows, columns];
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The number of dots from left to right.</summary>
    public int DotColumns => Columns * (_isBraille ? 2 : 1);

    /// <summary>The number of dots from top to bottom.</summary>
    public int DotRows => Rows * (_isBraille ? 4 : 1);

    private static ReadOnlySpan<byte> Bits => [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    /// <summary>The ASCII mark of a series.</summary>
    public static char Mark(int series) => Marks[series % Marks.Length];

    /// <summary>Sets the dots of a straight line between two places counted in dots; those outside are left
    /// out.</summary>
    public void Line(double x1, double y1, double x2, double y2, int series)
    {
        int steps = (int)Math.Ceiling(Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1)));
        for (int i = 0; i <= steps; i++)
        {
            double share = steps == 0 ? 0 : (double)i / steps;
            Set(x1 + (share * (x2 - x1)), y1 + (share * (y2 - y1)), series);
        }
    }

    /// <summary>Sets the dot nearest to the place.</summary>
    public void Set(double x, double y, int series)
    {
        int column = (int)Math.Floor(x + 0.5);
        int row = (int)Math.Floor(y + 0.5);
        if (column < 0 || column >= DotColumns || row < 0 || row >= DotRows)
        {
            return;
        }

        int cellRow = _isBraille ? row / 4 : row;
        int cellColumn = _isBraille ? column / 2 : column;
        _dots[cellRow, cellColumn] |= _isBraille ? Bits[(row % 4 * 2) + (column % 2)] : (byte)1;
        _owners[cellRow, cellColumn] = series;
    }

    /// <summary>A row of cells in stretches of one series; stretches without dots belong to none.</summary>
    public IEnumerable<(string Text, int Series)> Row(int row)
    {
        int start = 0;
        for (int column = 1; column <= Columns; column++)
        {
            if (column == Columns || Owner(row, column) != Owner(row, start))
            {
                char[] cells = [.. Enumerable.Range(start, column - start).Select(i => CellAt(row, i))];
                yield return (new string(cells), Owner(row, start));
                start = column;
            }
        }
    }

    private int Owner(int row, int column) => _dots[row, column] == 0 ? -1 : _owners[row, column];

    private char CellAt(int row, int column)
    {
        byte dots = _dots[row, column];
        return dots == 0 ? ' ' : _isBraille ? (char)(FirstBraille + dots) : Mark(_owners[row, column]);
    }
}
