namespace Lossary.Data;

/// <summary>Watches a column's cells go by and decides what the column holds.</summary>
/// <remarks>
/// Numbers if every cell that is not missing is one. Also if at least 95 % are and they take more than 20 values: then
/// the odd cells are slips of the pen, kept as <see cref="InvalidCell"/>, and not the sign of a categorical column such
/// as "1", "2", "3+". An infinity is such an odd cell. A column of missing cells only is <see
/// cref="ColumnKind.Missing"/>; every other one is categorical.
/// </remarks>
internal sealed class ColumnInference(bool mayUseDecimalComma)
{
    private const int DistinctOfAQuantity = 20;
    private const double ShareOfAQuantity = 0.95;

    private readonly HashSet<double> _distinct = [];
    private InvalidCell? _firstInvalid;
    private int _count, _finite, _infinite, _missing, _commaNumbers;

    public ColumnKind Kind
    {
        get
        {
            if (_count == _missing)
            {
                return ColumnKind.Missing;
            }

            int present = _count - _missing;
            bool quantity = _finite > 0 && (_finite + _infinite == present
                || (_finite >= ShareOfAQuantity * present && _distinct.Count > DistinctOfAQuantity));
            return quantity || DecimalComma ? ColumnKind.Numeric : ColumnKind.Categorical;
        }
    }

    /// <summary>
    /// Whether all numbers are written like 1,5: only asked where the comma does not part the fields.
    /// </summary>
    public bool DecimalComma => _commaNumbers > 0 && _commaNumbers == _count - _missing && _finite < _commaNumbers;

    /// <summary>Number of cells that hold text or an infinity.</summary>
    public int InvalidCount => _count - _missing - _finite;

    /// <summary>The first of them.</summary>
    public InvalidCell? FirstInvalid => _firstInvalid;

    public void Observe(ReadOnlySpan<char> cell, int line)
    {
        _count++;
        if (MissingValues.Contains(cell))
        {
            _missing++;
            return;
        }

        NumberFormat.Reading reading = NumberFormat.Read(cell, decimalComma: false, out double value);
        if (reading == NumberFormat.Reading.Finite)
        {
            _finite++;
            if (_distinct.Count <= DistinctOfAQuantity)
            {
                _distinct.Add(value);
            }
        }
        else
        {
            _infinite += reading == NumberFormat.Reading.Infinite ? 1 : 0;
            _firstInvalid ??= new InvalidCell(cell.Trim().ToString(), line);
        }

        if (mayUseDecimalComma
            && NumberFormat.Read(cell, decimalComma: true, out _) == NumberFormat.Reading.Finite)
        {
            _commaNumbers++;
        }
    }
}
