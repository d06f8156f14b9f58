namespace Lossary.Reports;

/// <summary>The folds of one loss in a <see cref="DotPlot"/>.</summary>
/// <param name="Label">The loss's title.</param>
/// <param name="Values">A value for each fold [folds]; values that are not finite are left out.</param>
/// <param name="Style">The loss's look.</param>
public sealed record DotRow(string Label, IReadOnlyList<double> Values, SeriesStyle Style)
{
    /// <summary>The mean to mark; by default, that of the finite values.</summary>
    public double? Mean { get; init; }

    /// <summary>The lower end of the mean's interval; none without <see cref="Upper"/>.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of the mean's interval; none without <see cref="Lower"/>.</summary>
    public double? Upper { get; init; }

    /// <summary>The mean as text, at the row's end; by default, the number in three digits.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the row is the one to look at first.</summary>
    public bool IsHighlighted { get; init; }

    /// <summary>What stands in the place of the mean if there is none, such as "diverged at epoch 3".</summary>
    public string? Note { get; init; }

    internal double MarkedMean => Mean ?? Finite.DefaultIfEmpty(double.NaN).Average();

    internal IEnumerable<double> Finite => Values.Where(double.IsFinite);

    internal bool HasInterval =>
        Lower is double lower && Upper is double upper && double.IsFinite(lower) && double.IsFinite(upper);
}
