namespace Lossary.Data;

/// <summary>Collects a column's cells once its kind is known.</summary>
internal abstract class ColumnFiller
{
    public static ColumnFiller For(ColumnInference inference, int rows) => inference.Kind switch
    {
        ColumnKind.Numeric => new Numbers(rows, inference.DecimalComma),
        ColumnKind.Categorical => new Levels(rows),
        _ => new Nothing(rows),
    };

    public abstract void Set(int row, ReadOnlySpan<char> cell);

    public abstract Column Build(string name, ColumnInference inference);

    private sealed class Numbers(int rows, bool decimalComma) : ColumnFiller
    {
        private readonly double[] _values = new double[rows];

        public override void Set(int row, ReadOnlySpan<char> cell)
        {
            bool finite = !MissingValues.Contains(cell)
                & NumberFormat.Read(cell, decimalComma, out double value) == NumberFormat.Reading.Finite;
            _values[row] = finite ? value : double.NaN;
        }

        public override Column Build(string name, ColumnInference inference) =>
            Column.OfNumbers(name, _values, decimalComma ? null : inference.FirstInvalid);
    }

    private sealed class Levels : ColumnFiller
    {
        private readonly int[] _codes;
        private readonly Dictionary<string, int> _codeByLevel = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _codeBySpan;

        public Levels(int rows)
        {
            _codes = new int[rows];
            _codeBySpan = _codeByLevel.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public override void Set(int row, ReadOnlySpan<char> cell)
        {
            if (MissingValues.Contains(cell))
            {
                _codes[row] = Column.MissingCode;
                return;
            }

            ReadOnlySpan<char> level = cell.Trim();
            if (!_codeBySpan.TryGetValue(level, out int code))
            {
                code = _codeByLevel.Count;
                _codeBySpan[level] = code;
            }

            _codes[row] = code;
        }

        /// <summary>Levels in ordinal order, so that a file with its rows shuffled gives the same columns.</summary>
        public override Column Build(string name, ColumnInference inference)
        {
            string[] levels = [.. _codeByLevel.Keys.Order(StringComparer.Ordinal)];
            int[] rank = new int[levels.Length];
            for (int i = 0; i < levels.Length; i++)
            {
                rank[_codeByLevel[levels[i]]] = i;
            }

            for (int row = 0; row < _codes.Length; row++)
            {
                _codes[row] = _codes[row] == Column.MissingCode ? Column.MissingCode : rank[_codes[row]];
            }

            return Column.OfCodes(name, _codes, levels);
        }
    }

    private sealed class Nothing(int rows) : ColumnFiller
    {
        public override void Set(int row, ReadOnlySpan<char> cell)
        {
        }

        public override Column Build(string name, ColumnInference inference) => Column.OfMissing(name, rows);
    }
}
