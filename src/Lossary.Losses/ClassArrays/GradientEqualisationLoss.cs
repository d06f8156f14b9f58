using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Binary cross entropy of each class, weighed so that what pulls a class up keeps pace with what pushes it down.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ wₖ BCE(zₖ, yₖ)
/// wₖ = 1 + α (1 − f(gₖ)) where yₖ = 1, else f(gₖ),  f(g) = σ(γ (g − μ))
/// </code>
/// gₖ is the sum so far of the gradients by zₖ of the rows of class k, by that of all other rows; keep it while
/// training. Reference: J. Tan, X. Lu, G. Zhang, C. Yin, Q. Li, Equalization Loss v2: A New Gradient Balance Approach
/// for Long-Tailed Object Detection, 2021, arXiv:2012.08548.
/// </remarks>
/// <param name="gamma">How steep the balance is; positive.</param>
/// <param name="mu">The ratio at which it is half; not negative.</param>
/// <param name="alpha">How much more a class that lags is pulled up; not negative.</param>
public readonly struct GradientEqualisationLoss(double gamma, double mu, double alpha)
    : IGraphLoss<GradientEqualisationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 12, Domain.Positive, "how steep the balance is");

    private static readonly ParameterCard MuCard = new(
        "mu", @"\mu", 0.8, Domain.NonNegative, "the ratio at which it is half");

    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 4, Domain.NonNegative, "how much more a class that lags is pulled up");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "equalisation-v2",
        Title = "gradient equalisation",
        Use = "Several classes with a long tail, each with a sigmoid, in long trainings.",
        Avoid = "Short trainings, in which the ratio never settles: take equalisation.",
        Reference = "J. Tan, X. Lu, G. Zhang, C. Yin, Q. Li, Equalization Loss v2: A New Gradient Balance Approach "
            + "for Long-Tailed Object Detection, 2021, arXiv:2012.08548",
        Latex = @"\sum_k w_k \left(\ln(1 + e^{z_k}) - y_k z_k\right), \quad w_k = y_k (1 + \alpha (1 - f_k)) + (1 - "
            + @"y_k) f_k",
        Aliases = ["eql-v2"],
        Names = new() { Chinese = "梯度均衡损失" },
        Tasks = LossTask.MultiClass,
        Parameters = [GammaCard, MuCard, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        ClassCards.Targets,
        new(
            "ratio", "g", InputKind.NonNegative, "k",
            "the gradients that pulled each class up so far, by those that pushed it down"),
    ];

    /// <summary>How steep the balance is.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <summary>The ratio at which it is half.</summary>
    public Parameter Mu { get; } = MuCard.Bind(mu);

    /// <summary>How much more a class that lags is pulled up.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs[ClassCards.Score];
        Tensor<T> oneHot = tape.OneHot<T>(inputs.Whole(tape, ClassCards.Target), scores.Shape[1]);
        Tensor<T> weights = tape.Rent(scores.Shape);
        double[] ratios = ClassCards.Numbers(tape, inputs, "ratio");
        for (int i = 0; i < weights.Shape.Length; i++)
        {
            double negative = RealFunctions.Sigmoid(Gamma.Value * (ratios[i % ratios.Length] - Mu.Value));
            weights.Values[i] = T.CreateTruncating(
                oneHot.Values[i] == T.Zero ? negative : 1 + (Alpha.Value * (1 - negative)));
        }

        return new(tape.Sum(tape.Formula(default(WeightedCrossEntropy), scores, oneHot, weights), [-1]));
    }
}
