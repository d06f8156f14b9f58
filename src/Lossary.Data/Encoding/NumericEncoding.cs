namespace Lossary.Data;

/// <summary>
/// (x − mean) / standard deviation, cut off at ±4; where x is missing 0 (the mean), and 1 in an indicator if training
/// rows miss x.
/// </summary>
internal sealed class NumericEncoding : ColumnEncoding
{
    /// <summary>A spread below this share of the largest value is rounding, not variation.</summary>
    private const double NoVariation = 1e-12;

    /// <summary>
    /// Where a feature is cut off, in standard deviations: one row far out would otherwise steer the first layer in
    /// training, and be predicted far out in a test.
    /// </summary>
    private const double Farthest = 4;

    private readonly double _scale, _mean, _deviation;

    private NumericEncoding(string column, string[] names, double scale, double mean, double deviation)
        : base(column, names)
    {
        _scale = scale;
        _mean = mean;
        _deviation = deviation;
    }

    /// <summary>Learns from the training rows; null if the column does not vary there.</summary>
    public static NumericEncoding? Fit(Column column, ReadOnlySpan<int> rows)
    {
        // Divided by the largest magnitude, values near the end of double's range keep a finite variance.
        double scale = 0, sum = 0, squares = 0;
        int present = 0;
        foreach (int row in rows)
        {
            double value = column.Numbers[row];
            if (!double.IsNaN(value))
            {
                scale = Math.Max(scale, Math.Abs(value));
                present++;
            }
        }

        scale = scale == 0 ? 1 : scale;
        foreach (int row in rows)
        {
            double value = column.Numbers[row];
            sum += double.IsNaN(value) ? 0 : value / scale;
        }

        double mean = sum / Math.Max(present, 1);
        foreach (int row in rows)
        {
            double difference = (column.Numbers[row] / scale) - mean;
            squares += double.IsNaN(difference) ? 0 : difference * difference;
        }

        double deviation = Math.Sqrt(squares / Math.Max(present, 1));
        string[] names = present < rows.Length ? [column.Name, column.Name + " is missing"] : [column.Name];
        return deviation > NoVariation ? new NumericEncoding(column.Name, names, scale, mean, deviation) : null;
    }

    public override void Encode(Column column, ReadOnlySpan<int> rows, Span<float> output, int width, int offset)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            Span<float> features = output.Slice((i * width) + offset, FeatureNames.Length);
            double value = column.Kind == ColumnKind.Numeric ? column.Numbers[rows[i]] : double.NaN;
            bool missing = double.IsNaN(value);
            features[0] = missing ? 0 : (float)Math.Clamp(((value / _scale) - _mean) / _deviation, -Farthest, Farthest);
            if (features.Length > 1)
            {
                features[1] = missing ? 1 : 0;
            }
        }
    }
}
