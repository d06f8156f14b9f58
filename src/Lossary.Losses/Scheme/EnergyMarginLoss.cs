using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Known samples are to have a low energy, outliers a high one.</summary>
/// <remarks>
/// <code>
/// E = −ln Σₖ exp(zₖ)        L = max(0, E − m)² for known samples, max(0, M − E)² for outliers
/// </code>
/// The energy at test time says what is an outlier. Add it to cross entropy of the known samples with a weight of 0.1.
/// Reference: W. Liu, X. Wang, J. D. Owens, Y. Li, Energy-Based Out-of-Distribution Detection, 2020, arXiv:2010.03759.
/// </remarks>
/// <param name="low">The energy that known samples are to stay below; any number.</param>
/// <param name="high">The energy that outliers are to stay above; any number.</param>
public readonly struct EnergyMarginLoss(double low, double high) : IGraphLoss<EnergyMarginLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LowCard = new(
        "low", "m", -23, Domain.Real, "the energy that known samples are to stay below");

    private static readonly ParameterCard HighCard = new(
        "high", "M", -5, Domain.Real, "the energy that outliers are to stay above");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "energy-margin",
        Title = "energy margins",
        Use = "A classifier that is to know what it does not know, with some outliers of any kind at hand.",
        Avoid = "Logits are of another scale, so that the margins mean nothing: look at the energies first.",
        Reference = "W. Liu, X. Wang, J. D. Owens, Y. Li, Energy-Based Out-of-Distribution Detection, 2020, "
            + "arXiv:2010.03759",
        Latex = @"(1 - o) \max(0, E - m)^2 + o \max(0, M - E)^2, \quad E = -\ln \sum_k e^{z_k}",
        Names = new() { Chinese = "能量间隔损失" },
        Tasks = LossTask.None,
        Parameters = [LowCard, HighCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
        new("outlier", "o", InputKind.Flag, "n", "1 for an outlier, 0 for a known sample"),
    ];

    /// <summary>The energy that known samples are to stay below.</summary>
    public Parameter Low { get; } = LowCard.Bind(low);

    /// <summary>The energy that outliers are to stay above.</summary>
    public Parameter High { get; } = HighCard.Bind(high);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = 1 };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> energy = tape.Negate(tape.LogSumExp(inputs["logits"], [-1]));
        Tensor<T> known = tape.Square(tape.Relu(tape.Shift(energy, -Low.Value)));
        Tensor<T> outlier = tape.Square(tape.Relu(tape.Shift(tape.Negate(energy), High.Value)));
        return new(tape.Where(inputs["outlier"], outlier, known));
    }
}
