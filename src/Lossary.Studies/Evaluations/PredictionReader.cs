using System.Globalization;
using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Reads predictions from a column, or from a column for each class, and tells what they are.</summary>
internal static class PredictionReader
{
    /// <summary>Probabilities are often printed with four digits.</summary>
    private const double Rounding = 0.005;

    /// <exception cref="DataFileException">A column or a prediction is missing, no number, or no class.</exception>
    public static PredictedRows Read(Table table, Target target, string name)
    {
        if (target.IsClass && ClassColumns(table, target, name) is Column[] columns)
        {
            return OfClassColumns(table, target, columns);
        }

        Column column = table.Column(name);
        bool isNamed = target.IsClass && (column.Kind == ColumnKind.Categorical || target.Task == TaskKind.MultiClass);
        double[] values = new double[target.Count];
        for (int i = 0; i < values.Length; i++)
        {
            int row = target.Rows[i];
            values[i] = isNamed ? ClassOf(table, column, row, target) : NumberOf(table, column, row);
        }

        PredictionKind kind = !target.IsClass ? PredictionKind.Number
            : isNamed ? PredictionKind.ClassName
            : Array.TrueForAll(values, value => value is >= 0 and <= 1) ? PredictionKind.Probability
            : PredictionKind.Score;
        return new(target, kind, values);
    }

    /// <summary>The columns <c>name:CLASS</c> or <c>name_CLASS</c>; null if there is none of them.</summary>
    private static Column[]? ClassColumns(Table table, Target target, string name)
    {
        foreach (string separator in (string[])[":", "_"])
        {
            string[] names = [.. target.ClassNames.Select(className => name + separator + className)];
            string[] missing = [.. names.Where(wanted => !table.Columns.Any(column => column.Name == wanted))];
            if (missing.Length == 0)
            {
                return [.. names.Select(table.Column)];
            }

            if (missing.Length < names.Length)
            {
                throw new DataFileException(
                    table.Name, $"there is a column of predictions for some classes, but no column '{missing[0]}'.");
            }
        }

        return null;
    }

    private static PredictedRows OfClassColumns(Table table, Target target, Column[] columns)
    {
        double[] values = new double[target.Count * columns.Length];
        bool areProbabilities = true;
        for (int i = 0; i < target.Count; i++)
        {
            double sum = 0;
            for (int k = 0; k < columns.Length; k++)
            {
                double value = NumberOf(table, columns[k], target.Rows[i]);
                values[(i * columns.Length) + k] = value;
                areProbabilities &= value is >= 0 and <= 1;
                sum += value;
            }

            areProbabilities &= Math.Abs(sum - 1) <= Rounding;
        }

        PredictionKind kind = areProbabilities ? PredictionKind.Probability : PredictionKind.Score;
        return new(target, kind, columns.Length == 2 ? OfPositive(values, kind) : values);
    }

    /// <summary>Of two classes, the positive one tells all: its probability, or the difference of the scores.</summary>
    private static double[] OfPositive(double[] pairs, PredictionKind kind) =>
        [.. Enumerable.Range(0, pairs.Length / 2)
            .Select(i => kind == PredictionKind.Probability ? pairs[(2 * i) + 1] : pairs[(2 * i) + 1] - pairs[2 * i])];

    private static double NumberOf(Table table, Column column, int row)
    {
        if (column.Kind == ColumnKind.Numeric && double.IsFinite(column.Numbers[row]))
        {
            return column.Numbers[row];
        }

        string? text = TextOf(table, column, row);
        if (text is not null
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number))
        {
            // Other cells made this a column of texts; they are to blame.
            return number;
        }

        string found = text is null ? "the prediction is missing" : $"'{text}' is not a number";
        throw new DataFileException(
            table.Name, $"{found}; every row with a target needs a finite number.", table.LineOf(row), column.Name);
    }

    /// <summary>What a cell holds instead of a number; null if nothing.</summary>
    private static string? TextOf(Table table, Column column, int row) => column.Kind switch
    {
        ColumnKind.Categorical when column.Codes[row] != Column.MissingCode => column.Levels[column.Codes[row]],
        ColumnKind.Numeric when column.FirstInvalid is InvalidCell cell && cell.Row == table.LineOf(row) => cell.Text,
        _ => null,
    };

    private static double ClassOf(Table table, Column column, int row, Target target)
    {
        string text = column.Kind switch
        {
            ColumnKind.Numeric when double.IsFinite(column.Numbers[row]) =>
                column.Numbers[row].ToString(CultureInfo.InvariantCulture),
            ColumnKind.Categorical when column.Codes[row] != Column.MissingCode => column.Levels[column.Codes[row]],
            _ => "",
        };
        for (int i = 0; i < target.ClassNames.Count; i++)
        {
            if (target.ClassNames[i] == text)
            {
                return i;
            }
        }

        string found = text.Length == 0 ? "the prediction is missing" : $"'{text}' is none of the classes";
        throw new DataFileException(
            table.Name, $"{found}; there are {string.Join(", ", target.ClassNames)}.", table.LineOf(row), column.Name);
    }
}
