namespace Lossary.Data;

/// <summary>A 1 in the feature of the row's level, 0 in the others.</summary>
/// <remarks>
/// A level has a feature of its own if at least 10 training rows, and 1 % of them, have it; the rarer levels share
/// "other". A missing cell is a level if a training row has one, however rare. A level not seen in training is "other";
/// without rare levels in training, nothing (all 0).
/// </remarks>
internal sealed class CategoricalEncoding : ColumnEncoding
{
    private const int FewestRows = 10;
    private const double SmallestShare = 0.01;
    private const int Nothing = -1;

    private readonly Dictionary<string, int> _featureByLevel;
    private readonly int _missing, _other;

    private CategoricalEncoding(
        string column, string[] names, Dictionary<string, int> featureByLevel, int missing, int other)
        : base(column, names)
    {
        _featureByLevel = featureByLevel;
        _missing = missing;
        _other = other;
    }

    /// <summary>Learns from the training rows; null if all of them would get the same features.</summary>
    public static CategoricalEncoding? Fit(Column column, ReadOnlySpan<int> rows)
    {
        int[] counts = new int[column.Levels.Count];
        int missing = 0;
        foreach (int row in rows)
        {
            int code = column.Codes[row];
            if (code == Lossary.Data.Column.MissingCode)
            {
                missing++;
            }
            else
            {
                counts[code]++;
            }
        }

        double fewest = Math.Max(FewestRows, SmallestShare * rows.Length);
        List<string> names = [];
        Dictionary<string, int> featureByLevel = new(StringComparer.Ordinal);
        for (int code = 0; code < counts.Length; code++)
        {
            if (counts[code] >= fewest)
            {
                featureByLevel.Add(column.Levels[code], names.Count);
                names.Add($"{column.Name} = {column.Levels[code]}");
            }
        }

        int other = Add(names, counts.Any(count => count > 0 && count < fewest), column.Name + " = (other)");
        int missingFeature = Add(names, missing > 0, column.Name + " is missing");
        return names.Count < 2
            ? null
            : new CategoricalEncoding(column.Name, [.. names], featureByLevel, missingFeature, other);
    }

    public override void Encode(Column column, ReadOnlySpan<int> rows, Span<float> output, int width, int offset)
    {
        int[] featureByCode = [.. column.Levels.Select(level => _featureByLevel.GetValueOrDefault(level, _other))];
        int missing = _missing == Nothing ? _other : _missing;
        for (int i = 0; i < rows.Length; i++)
        {
            Span<float> features = output.Slice((i * width) + offset, FeatureNames.Length);
            features.Clear();
            int code = column.Kind == ColumnKind.Categorical ? column.Codes[rows[i]] : Lossary.Data.Column.MissingCode;
            int feature = code == Lossary.Data.Column.MissingCode ? missing : featureByCode[code];
            if (feature != Nothing)
            {
                features[feature] = 1;
            }
        }
    }

    private static int Add(List<string> names, bool wanted, string name)
    {
        if (!wanted)
        {
            return Nothing;
        }

        names.Add(name);
        return names.Count - 1;
    }
}
