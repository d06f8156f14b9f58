namespace Lossary.Data;

/// <summary>
/// Turns a table's columns into the numbers that a network takes; what it learns, it learns from training rows only.
/// </summary>
/// <remarks>
/// Numbers are standardised by the training rows' mean and standard deviation; a missing one becomes the mean, with an
/// indicator beside it if training rows miss it. Texts become one feature a level, rare levels pooled: fewer than 10
/// training rows or 1 % of them. Columns that do not vary over the training rows, or that name rows, are left out.
/// </remarks>
public sealed class FeatureEncoder
{
    private const int ListedColumns = 3;

    private readonly string _target;
    private readonly ColumnEncoding[] _columns;

    private FeatureEncoder(string target, ColumnEncoding[] columns, IReadOnlyList<Finding> findings)
    {
        _target = target;
        _columns = columns;
        FeatureNames = [.. columns.SelectMany(column => column.FeatureNames)];
        Findings = findings;
    }

    /// <summary>Number of features of a row.</summary>
    public int Width => FeatureNames.Count;

    /// <summary>The features' names, [width]: the column's, with the level where there is one.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Which columns were left out, and why.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Learns the encoding of all columns but the target.</summary>
    /// <param name="table">The data.</param>
    /// <param name="target">The name of the column to leave out.</param>
    /// <param name="trainingRows">The table's rows to learn from; at least one.</param>
    /// <exception cref="DataFileException">No column is left that could tell anything.</exception>
    public static FeatureEncoder Fit(Table table, string target, ReadOnlySpan<int> trainingRows)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        if (trainingRows.IsEmpty)
        {
            throw new ArgumentException("trainingRows is empty, at least one row is needed.", nameof(trainingRows));
        }

        List<ColumnEncoding> encodings = [];
        List<(string Column, string Reason)> left = [];
        foreach (Column column in table.Columns)
        {
            if (column.Name == target)
            {
                continue;
            }

            (ColumnEncoding? encoding, string reason) = Fit(column, trainingRows);
            if (encoding is null)
            {
                left.Add((column.Name, reason));
            }
            else
            {
                encodings.Add(encoding);
            }
        }

        return encodings.Count > 0
            ? new FeatureEncoder(target, [.. encodings], Describe(left))
            : throw new DataFileException(table.Name, $"no column beside '{target}' can serve as a feature.");
    }

    /// <summary>Encodes rows.</summary>
    /// <param name="table">The table fitted on, or another with the same columns.</param>
    /// <param name="rows">Which rows, [n].</param>
    /// <returns>The features, [n, width], row by row.</returns>
    /// <exception cref="DataFileException">The table lacks a column.</exception>
    public float[] Encode(Table table, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        float[] features = new float[rows.Length * Width];
        int offset = 0;
        foreach (ColumnEncoding encoding in _columns)
        {
            encoding.Encode(table.Column(encoding.Column), rows, features, Width, offset);
            offset += encoding.FeatureNames.Length;
        }

        return features;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Width} features of {_columns.Length} columns, without '{_target}'";

    /// <summary>One finding a column, or one a reason where that would be many.</summary>
    private static List<Finding> Describe(List<(string Column, string Reason)> left)
    {
        List<Finding> findings = [];
        foreach (IGrouping<string, string> group in left.GroupBy(entry => entry.Reason, entry => entry.Column))
        {
            string[] names = [.. group];
            if (names.Length <= ListedColumns)
            {
                findings.AddRange(names.Select(name => new Finding($"left out: {group.Key}", name)));
            }
            else
            {
                string first = string.Join(", ", names.Take(ListedColumns));
                findings.Add(new Finding($"{names.Length} columns left out ({first}, …): {group.Key}"));
            }
        }

        return findings;
    }

    private static (ColumnEncoding? Encoding, string Reason) Fit(Column column, ReadOnlySpan<int> trainingRows)
    {
        if (column.IsIdentifierLike)
        {
            return (null, "names rows rather than describing them");
        }

        return column.Kind switch
        {
            ColumnKind.Numeric => (NumericEncoding.Fit(column, trainingRows), "does not vary over the training rows"),
            ColumnKind.Categorical => (
                CategoricalEncoding.Fit(column, trainingRows), "has one common level, or only rare ones, in training"),
            _ => (null, "every value is missing"),
        };
    }
}
