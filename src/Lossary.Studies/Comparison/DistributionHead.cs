using Lossary.Data;
using Lossary.Training;
using MathNet.Numerics.Distributions;

namespace Lossary.Studies;

/// <summary>A loss whose network puts out the parameters of a distribution for each row.</summary>
/// <param name="Key">The loss.</param>
/// <param name="Outputs">The inputs of the loss that the network puts out, in its outputs' order.</param>
/// <param name="QuantileOf">From a row's outputs and a level to the quantile, on the scale that is learnt.</param>
internal sealed record DistributionHead(
    string Key, IReadOnlyList<string> Outputs, Func<ReadOnlyMemory<float>, double, double> QuantileOf)
{
    /// <summary>The task whose targets it is a distribution of.</summary>
    public TaskKind Task { get; init; } = TaskKind.Regression;

    /// <summary>
    /// From a row's outputs to the number that is judged where no quantiles are asked for, on the scale that is learnt;
    /// null where only quantiles are judged.
    /// </summary>
    public Func<ReadOnlyMemory<float>, double>? NumberOf { get; init; }

    /// <summary>The inputs of the loss that the data holds.</summary>
    public IReadOnlyList<string> Targets { get; init; } = ["target"];

    /// <summary>Whether it knows that some targets are bounds.</summary>
    public bool KnowsLimits => Targets.Count > 1;

    /// <summary>Whether it is of amounts from 0 up, so that the scale may not move their zero.</summary>
    public bool IsOfAmounts { get; init; }

    /// <summary>The output that is the logarithm of a mean of counts; −1 where there is none.</summary>
    public int LogMean => Task == TaskKind.Counts ? 1 : -1;

    /// <summary>How the loss meets network and data.</summary>
    public ArrayRoles Roles => new() { Outputs = Outputs, Targets = Targets };

    /// <summary>Those that a comparison can train.</summary>
    public static IReadOnlyList<DistributionHead> All { get; } =
    [
        new("gaussian", ["mean", "log-variance"], (row, level) =>
            row.Span[0] + (Math.Exp(row.Span[1] / 2) * Normal.InvCDF(0, 1, level))),
        new("beta-gaussian", ["mean", "log-variance"], (row, level) =>
            row.Span[0] + (Math.Exp(row.Span[1] / 2) * Normal.InvCDF(0, 1, level))),
        new("crps-gaussian", ["mean", "log-scale"], (row, level) => GaussianQuantile(row, level)),
        new("laplace", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Laplace(level))),
        new("crps-laplace", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Laplace(level))),
        new("logistic-likelihood", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Logit(level))),
        new("crps-logistic", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Logit(level))),
        new("student-t", [.. LocationScale, "log-degrees"], (row, level) => row.Span[0]
            + (Math.Exp(row.Span[1]) * StudentT.InvCDF(0, 1, Math.Clamp(Math.Exp(row.Span[2]), 0.1, 1e6), level))),
        new("tobit", ["mean", "log-scale"], (row, level) => GaussianQuantile(row, level))
        {
            Targets = ["target", "at-most", "at-least"],
            NumberOf = row => row.Span[0],
        },
        new("zero-inflated-log-normal", ["zero-logit", "location", "log-scale"], AmountDistribution.QuantileOf)
        {
            IsOfAmounts = true,
            NumberOf = AmountDistribution.MeanOf,
        },
        new("zero-inflated-poisson", ["zero-logit", "log-mean"], CountDistribution.ZeroInflatedPoisson.QuantileOf)
        {
            Task = TaskKind.Counts,
            NumberOf = CountDistribution.ZeroInflatedPoisson.MeanOf,
        },
        new(
            "zero-inflated-negative-binomial", ["zero-logit", "log-mean", "log-dispersion"],
            CountDistribution.ZeroInflatedNegativeBinomial.QuantileOf)
        {
            Task = TaskKind.Counts,
            NumberOf = CountDistribution.ZeroInflatedNegativeBinomial.MeanOf,
        },
        new("hurdle-poisson", ["zero-logit", "log-mean"], CountDistribution.HurdlePoisson.QuantileOf)
        {
            Task = TaskKind.Counts,
            NumberOf = CountDistribution.HurdlePoisson.MeanOf,
        },
    ];

    private static string[] LocationScale => ["location", "log-scale"];

    /// <summary>The head of a loss; null where it is none.</summary>
    public static DistributionHead? Find(string key) => All.FirstOrDefault(head => head.Key == key);

    /// <summary>Why it cannot be trained for a target; null if it can.</summary>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="areQuantiles">Whether quantiles of it are.</param>
    public string? RefusalOf(Target target, bool areQuantiles)
    {
        if (target.Task != Task)
        {
            return Task == TaskKind.Counts
                ? $"{Key} is a distribution of counts, but the target '{target.Name}' is "
                    + $"{TaskNames.NameOf(target.Task)}"
                : $"{Key} is a distribution of real numbers, but the target '{target.Name}' is "
                    + $"{TaskNames.NameOf(target.Task)}";
        }

        if (KnowsLimits && TargetLimits.Of(target) is null)
        {
            return $"{Key} is for targets that are cut off: none of '{target.Name}' is, as no tenth of the rows share "
                + $"its smallest or "
                + "largest number, and --censored names no column that tells bounds";
        }

        if (IsOfAmounts && target.Values.ContainsAnyExceptInRange(0, double.PositiveInfinity))
        {
            return $"{Key} is a distribution of amounts from 0 up, but '{target.Name}' holds some below 0";
        }

        return areQuantiles || NumberOf is not null
            ? null
            : $"{Key} predicts a distribution, which is judged by its quantiles only: ask for them by --quantiles "
                + $"0.1,0.5,0.9";
    }

    private static double GaussianQuantile(ReadOnlyMemory<float> row, double level) =>
        row.Span[0] + (Math.Exp(row.Span[1]) * Normal.InvCDF(0, 1, level));

    private static double Laplace(double level) => level < 0.5 ? Math.Log(2 * level) : -Math.Log(2 * (1 - level));

    private static double Logit(double level) => Math.Log(level / (1 - level));
}
