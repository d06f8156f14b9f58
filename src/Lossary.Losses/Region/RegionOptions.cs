namespace Lossary.Losses;

/// <summary>
/// What losses of overlap have in common: what a prediction is, over what is summed, what an absent class counts.
/// </summary>
/// <param name="FromProbabilities">True where the predictions are probabilities; else they are logits.</param>
/// <param name="Softmax">
/// True where classes exclude one another: logits pass through a softmax over the classes; else each through its own
/// sigmoid.
/// </param>
/// <param name="PerBatch">True where the sums run over the whole batch; else there is a loss for each image.</param>
/// <param name="SkipAbsent">
/// True where a class that the target does not have is left out of the mean, its divisor too; else what is predicted of
/// it costs.
/// </param>
public readonly record struct RegionOptions(
    bool FromProbabilities = false, bool Softmax = false, bool PerBatch = false, bool SkipAbsent = false)
{
    private static readonly ParameterCard ProbabilitiesCard = new(
        "probabilities", @"\pi", 0, Switch.Domain, "1 where predictions are probabilities, 0 for logits");

    private static readonly ParameterCard SoftmaxCard = new(
        "softmax", @"\varsigma", 0, Switch.Domain, "1 for a softmax over the classes, 0 for a sigmoid of each logit");

    private static readonly ParameterCard PerBatchCard = new(
        "per-batch", @"b", 0, Switch.Domain, "1 to sum over the whole batch, 0 for a loss for each image");

    private static readonly ParameterCard SkipAbsentCard = new(
        "skip-absent", @"a", 0, Switch.Domain,
        "1 to leave out classes that the target does not have, 0 to count them");

    /// <summary>The four as parameters, each 0 or 1.</summary>
    internal static IReadOnlyList<ParameterCard> Cards { get; } =
        [ProbabilitiesCard, SoftmaxCard, PerBatchCard, SkipAbsentCard];

    /// <summary>From the last four of a loss's parameters.</summary>
    internal static RegionOptions From(ReadOnlySpan<double> parameters)
    {
        parameters = parameters[^Cards.Count..];
        return new RegionOptions(
            Switch.Bind(ProbabilitiesCard, parameters[0]),
            Switch.Bind(SoftmaxCard, parameters[1]),
            Switch.Bind(PerBatchCard, parameters[2]),
            Switch.Bind(SkipAbsentCard, parameters[3])).Checked();
    }

    /// <summary>The same, where they agree with one another.</summary>
    /// <exception cref="ArgumentException">Probabilities need no softmax.</exception>
    internal RegionOptions Checked() => FromProbabilities && Softmax
        ? throw new ArgumentException("Predictions are probabilities, so that softmax must be 0, but is 1.", "softmax")
        : this;
}
