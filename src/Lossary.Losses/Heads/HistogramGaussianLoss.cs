using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A number predicted as shares of bins: the cross-entropy against a narrow normal distribution around the target.
/// </summary>
/// <remarks>
/// <code>
/// L = −Σₖ mₖ ln softmax(z)ₖ     with mₖ the share of N(t, σ²) in bin k, σ = w times the width of a bin
/// </code>
/// The shares outside the bins are given to those inside, so that they sum to 1. Targets beyond the bins count as their
/// ends. Reference: E. Imani, M. White, Improving Regression Performance with Distributional Losses, 2018,
/// arXiv:1806.04613; J. Farebrother et al., Stop Regressing: Training Value Functions via Classification for Scalable
/// Deep RL, 2024, arXiv:2403.03950.
/// </remarks>
/// <param name="low">The lower end of the first bin; any number.</param>
/// <param name="high">The upper end of the last bin; above low.</param>
/// <param name="width">The normal distribution's standard deviation, in bins; positive.</param>
public readonly struct HistogramGaussianLoss(double low, double high, double width)
    : IGraphLoss<HistogramGaussianLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LowCard = new(
        "low", "v_-", -10, Domain.Real, "the lower end of the first bin");

    private static readonly ParameterCard HighCard = new(
        "high", "v_+", 10, Domain.Real, "the upper end of the last bin");

    private static readonly ParameterCard WidthCard = new(
        "width", "w", 0.75, Domain.Positive, "the normal distribution's standard deviation, in bins");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hl-gauss",
        Title = "histogram with a Gaussian target (HL-Gauss)",
        Use = "Regression by a classifier: values in reinforcement learning, or many modes.",
        Avoid = "Targets have no bounds, or digits count beyond a bin: gaussian or squared.",
        Reference = "E. Imani, M. White, Improving Regression Performance with Distributional Losses, 2018, "
            + "arXiv:1806.04613; J. Farebrother et al., Stop Regressing: Training Value Functions via Classification "
            + "for Scalable Deep RL, 2024, arXiv:2403.03950",
        Latex = @"-\sum_k m_k \ln \operatorname{softmax}(z)_k",
        Names = new() { Chinese = "直方图高斯损失（HL-Gauss）" },
        Tasks = LossTask.Probabilistic,
        Parameters = [LowCard, HighCard, WidthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "logits of evenly spaced bins") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n", "what came"),
    ];

    /// <summary>The lower end of the first bin.</summary>
    public Parameter Low { get; } = LowCard.Bind(low);

    /// <summary>The upper end of the last bin.</summary>
    public Parameter High { get; } = HighCard.Bind(high);

    /// <summary>The normal distribution's standard deviation, in bins.</summary>
    public Parameter Width { get; } = WidthCard.Bind(width);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logits"];
        Tensor<T> shares = tape.Rent(logits.Shape);
        Smear(inputs["target"].Values, shares.Values, logits.Shape[1]);
        return new(tape.Negate(tape.Sum(tape.Multiply(shares, tape.LogSoftmax(logits)), [-1])));
    }

    private void Smear<T>(ReadOnlySpan<T> targets, Span<T> shares, int bins)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double low = Low.Value, step = (High.Value - low) / bins, unit = 1 / (Width.Value * step * Math.Sqrt(2));
        for (int row = 0; row < targets.Length; row++)
        {
            double target = Math.Clamp(double.CreateTruncating(targets[row]), low, High.Value);
            double first = RealFunctions.Erf((low - target) * unit), before = first;
            double whole = RealFunctions.Erf((High.Value - target) * unit) - first;
            for (int k = 0; k < bins; k++)
            {
                double edge = RealFunctions.Erf((low + ((k + 1) * step) - target) * unit);
                shares[(row * bins) + k] = T.CreateTruncating((edge - before) / whole);
                before = edge;
            }
        }
    }
}
