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
    /// <summary>How the loss meets network and data.</summary>
    public ArrayRoles Roles { get; } = new() { Outputs = Outputs, Targets = ["target"] };

    /// <summary>Those that a comparison of quantiles can train.</summary>
    public static IReadOnlyList<DistributionHead> All { get; } =
    [
        new("gaussian", ["mean", "log-variance"], (row, level) =>
            row.Span[0] + (Math.Exp(row.Span[1] / 2) * Normal.InvCDF(0, 1, level))),
        new("beta-gaussian", ["mean", "log-variance"], (row, level) =>
            row.Span[0] + (Math.Exp(row.Span[1] / 2) * Normal.InvCDF(0, 1, level))),
        new("crps-gaussian", ["mean", "log-scale"], (row, level) =>
            row.Span[0] + (Math.Exp(row.Span[1]) * Normal.InvCDF(0, 1, level))),
        new("laplace", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Laplace(level))),
        new("crps-laplace", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Laplace(level))),
        new("logistic-likelihood", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Logit(level))),
        new("crps-logistic", LocationScale, (row, level) => row.Span[0] + (Math.Exp(row.Span[1]) * Logit(level))),
        new("student-t", [.. LocationScale, "log-degrees"], (row, level) => row.Span[0]
            + (Math.Exp(row.Span[1]) * StudentT.InvCDF(0, 1, Math.Clamp(Math.Exp(row.Span[2]), 0.1, 1e6), level))),
    ];

    private static string[] LocationScale => ["location", "log-scale"];

    private static double Laplace(double level) => level < 0.5 ? Math.Log(2 * level) : -Math.Log(2 * (1 - level));

    private static double Logit(double level) => Math.Log(level / (1 - level));

    /// <summary>The head of a loss; null where it is none.</summary>
    public static DistributionHead? Find(string key) => All.FirstOrDefault(head => head.Key == key);
}
