using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Binary cross entropy of labels with a long tail: weighed for labels that come together, and lenient to those absent.
/// </summary>
/// <remarks>
/// <code>
/// z' = z − κ ln(1/π − 1),  r̂ₖ = (1/πₖ) / Σ over the row's labels of 1/πⱼ
/// L = mean over k of (α + σ(β (r̂ₖ − μ))) (yₖ ln(1 + e^(−z')) + (1 − yₖ) ln(1 + e^(λ z')) / λ)
/// </code>
/// π is how often each label occurs. A row without labels has r̂ = ∞. The authors have μ = 0.3 and λ = 2 for COCO, 0.3
/// and 5 for VOC. Reference: T. Wu, Q. Huang, Z. Liu, Y. Wang, D. Lin, Distribution-Balanced Loss for Multi-Label
/// Classification in Long-Tailed Datasets, 2020, arXiv:2007.09654.
/// </remarks>
/// <param name="alpha">The least weight; not negative.</param>
/// <param name="beta">How steep weights rise; not negative.</param>
/// <param name="mu">Where they are half way; any number.</param>
/// <param name="lambda">How lenient it is to labels that are absent; positive.</param>
/// <param name="kappa">How far scores start from the frequencies; not negative.</param>
public readonly struct DistributionBalancedLoss(double alpha, double beta, double mu, double lambda, double kappa)
    : IGraphLoss<DistributionBalancedLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.1, Domain.NonNegative, "the least weight");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 10, Domain.NonNegative, "how steep weights rise");

    private static readonly ParameterCard MuCard = new(
        "mu", @"\mu", 0.3, Domain.Real, "where they are half way");

    private static readonly ParameterCard LambdaCard = new(
        "lambda", @"\lambda", 2, Domain.Positive, "how lenient it is to labels that are absent");

    private static readonly ParameterCard KappaCard = new(
        "kappa", @"\kappa", 0.05, Domain.NonNegative, "how far scores start from the frequencies");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "distribution-balanced",
        Title = "distribution-balanced",
        Use = "Many labels with a long tail, several to a row.",
        Avoid = "Labels are about as frequent: take multi-label-soft-margin.",
        Reference = "T. Wu, Q. Huang, Z. Liu, Y. Wang, D. Lin, Distribution-Balanced Loss for Multi-Label "
            + "Classification in Long-Tailed Datasets, 2020, arXiv:2007.09654",
        Latex = @"\overline{(\alpha + \sigma(\beta (\hat r_k - \mu))) \left(y_k \ln(1 + e^{-z'_k}) + \tfrac{1 - "
            + @"y_k}{\lambda} \ln(1 + e^{\lambda z'_k})\right)}",
        Names = new() { Chinese = "分布平衡损失" },
        Tasks = LossTask.MultiLabel,
        Parameters = [AlphaCard, BetaCard, MuCard, LambdaCard, KappaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        ClassCards.Labels,
        new("prior", @"\pi", InputKind.Probability, "k", "how often each label occurs, a share of the rows"),
    ];

    /// <summary>The least weight.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>How steep weights rise.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>Where they are half way.</summary>
    public Parameter Mu { get; } = MuCard.Bind(mu);

    /// <summary>How lenient it is to labels that are absent.</summary>
    public Parameter Lambda { get; } = LambdaCard.Bind(lambda);

    /// <summary>How far scores start from the frequencies.</summary>
    public Parameter Kappa { get; } = KappaCard.Bind(kappa);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs[ClassCards.Score], labels = inputs[ClassCards.Label];
        int k = scores.Shape[1];
        double[] priors = ClassCards.Numbers(tape, inputs, "prior");
        double[] present = ClassCards.Numbers(tape, inputs, ClassCards.Label);
        Tensor<T> bias = tape.Rent(new Shape(1, k)), weights = tape.Rent(scores.Shape);
        for (int i = 0; i < weights.Shape.Length; i++)
        {
            double repeats = 0;
            for (int j = 0; j < k; j++)
            {
                repeats += present[(i / k * k) + j] / Bounded(priors[j]);
            }

            double share = 1 / (Bounded(priors[i % k]) * repeats);
            double weight = Alpha.Value + RealFunctions.Sigmoid(Beta.Value * (share - Mu.Value));
            weights.Values[i] = T.CreateTruncating(weight);
            bias.Values[i % k] = T.CreateTruncating(-Kappa.Value * Math.Log((1 / Bounded(priors[i % k])) - 1));
        }

        Tensor<T> shifted = tape.Add(scores, bias);
        return new(tape.Mean(tape.Formula(new LenientEntropy(Lambda), shifted, labels, weights), [-1]));
    }

    /// <summary>A share that is neither 0 nor 1.</summary>
    private static double Bounded(double prior) => Math.Clamp(prior, 1e-6, 1 - 1e-6);

    /// <summary>w (y ln(1 + e^(−z)) + (1 − y) ln(1 + e^(λ z)) / λ).</summary>
    private readonly struct LenientEntropy(Parameter lambda) : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane absent = TLane.Softplus(lambda * x[0]) / lambda;
            return x[2] * ((x[1] * TLane.Softplus(-x[0])) + ((1 - x[1]) * absent));
        }
    }
}
