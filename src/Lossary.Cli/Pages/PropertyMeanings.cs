namespace Lossary.Cli;

/// <summary>What a property means to someone who trains with the loss.</summary>
internal static class PropertyMeanings
{
    private static readonly (string Property, string Meaning)[] All =
    [
        ("convex", "No local minimum in the prediction but the global one."),
        ("strongly convex", "At least as curved as a parabola everywhere: steps by curvature are safe."),
        ("strictly convex", "There is one best prediction, not an interval of them."),
        ("kinked", "The gradient jumps somewhere: no second derivative there, and small steps at the end."),
        ("once differentiable", "The gradient is continuous; the second derivative jumps."),
        ("twice differentiable", "The second derivative is continuous."),
        ("smooth", "Differentiable as often as one likes."),
        ("robust", "The gradient is bounded: one outlier pulls with limited force."),
        ("redescending", "The gradient fades as the error grows: gross outliers are forgotten."),
        ("bounded", "The loss has an upper bound: no row can cost more."),
        ("proper", "The true probabilities, and only they, are the best prediction."),
        ("calibrated", "Minimising it also minimises the error rate."),
        ("noise-symmetric", "Labels flipped at random do not move the optimum."),
        ("coupled", "Rows act on each other: a mean over batches is not the loss of the whole."),
        ("second order in part", "Its second derivatives hold a weight or a statistic constant, as its gradient does."),
        ("no second order",
            "Its gradient is computed in one piece: no second derivatives, no penalty on its gradient."),
        ("elicits the mean", "The best constant prediction is the mean."),
        ("elicits the median", "The best constant prediction is the median."),
        ("elicits the quantile", "The best constant prediction is a quantile."),
        ("elicits the expectile", "The best constant prediction is an expectile."),
        ("elicits the geometric mean", "The best constant prediction is e to the mean logarithm."),
    ];

    /// <summary>Every property that a loss may have, in the order of pages.</summary>
    public static IEnumerable<string> Properties => All.Select(known => known.Property);

    public static string Of(string property) =>
        All.FirstOrDefault(known => known.Property == property).Meaning ?? "";
}
