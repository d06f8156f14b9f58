using Lossary.Data;

namespace Lossary.Studies;

/// <summary>Reads a column of weights.</summary>
internal static class RowWeights
{
    /// <summary>(Σw)² / (n Σw²) over the rows that have a target: L. Kish, Survey Sampling, 1965.</summary>
    /// <exception cref="DataFileException">
    /// The column is absent or the target, holds a text, a gap or a negative number, or only zeros.
    /// </exception>
    public static double EffectiveShare(Table table, Target target, string name)
    {
        Column column = table.Column(name);
        if (name == target.Name)
        {
            throw new DataFileException(table.Name, "the target cannot be the weights as well.", column: name);
        }

        if (column.Kind != ColumnKind.Numeric)
        {
            throw new DataFileException(table.Name, "weights must be numbers.", column: name);
        }

        double sum = 0, squares = 0;
        foreach (int row in target.Rows)
        {
            double weight = column.Numbers[row];
            if (!(weight >= 0))
            {
                string found = double.IsNaN(weight) ? "a weight is missing" : $"{Text(weight)} is no weight";
                throw new DataFileException(
                    table.Name, $"{found}; weights are numbers that are not negative.", table.LineOf(row), name);
            }

            sum += weight;
            squares += weight * weight;
        }

        return squares > 0
            ? sum * sum / squares / target.Count
            : throw new DataFileException(table.Name, "every weight is 0.", column: name);
    }

    private static string Text(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
