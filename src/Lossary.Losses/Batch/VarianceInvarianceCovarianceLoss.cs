using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Two views are to agree, each feature is to vary, and features are not to say the same.</summary>
/// <remarks>
/// <code>
/// L = λ mean (x − y)² + μ (v(x) + v(y))/2 + ν (c(x) + c(y))
/// v = meanₖ max(0, 1 − √(varₖ + 10⁻⁴))        c = Σ_{k≠l} covₖₗ² / d
/// </code>
/// Variances and covariances divide by n − 1; the variance part is halved as in the authors' code. One number for the
/// whole batch. The d × d matrix is computed in blocks of rows. Reference: A. Bardes, J. Ponce and Y. LeCun, "VICReg:
/// Variance-Invariance-Covariance Regularization for Self-Supervised Learning", ICLR 2022, arXiv:2105.04906.
/// </remarks>
/// <param name="invariance">What the squared difference of the views weighs.</param>
/// <param name="variance">What the lack of variance weighs.</param>
/// <param name="covariance">What covariances weigh.</param>
public readonly struct VarianceInvarianceCovarianceLoss(double invariance, double variance, double covariance)
    : IGraphLoss<VarianceInvarianceCovarianceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard InvarianceCard = new(
        "invariance", @"\lambda", 25, Domain.NonNegative, "what the squared difference of the views weighs");

    private static readonly ParameterCard VarianceCard = new(
        "variance", @"\mu", 25, Domain.NonNegative, "what the lack of variance weighs");

    private static readonly ParameterCard CovarianceCard = new(
        "covariance", @"\nu", 1, Domain.NonNegative, "what covariances weigh");

    private readonly Parameter _invariance = InvarianceCard.Bind(invariance);
    private readonly Parameter _variance = VarianceCard.Bind(variance);
    private readonly Parameter _covariance = CovarianceCard.Bind(covariance);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "vicreg",
        Title = "VICReg",
        Use = "Representations without labels, negatives or normalisation, also of two different kinds of data.",
        Avoid = "Large batches of one kind of data: NT-Xent has one parameter instead of three.",
        Reference = "A. Bardes, J. Ponce, Y. LeCun, VICReg: Variance-Invariance-Covariance Regularization for "
            + "Self-Supervised Learning, 2022, arXiv:2105.04906",
        Latex = @"\lambda \overline{(x - y)^2} + \mu \tfrac{1}{2} (v(x) + v(y)) + \nu (c(x) + c(y))",
        Names = new() { Chinese = "方差-不变性-协方差正则损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.VICRegLoss(invariance_lambda=25, variance_mu=25, covariance_v=1)",
                "vicreg:invariance={invariance_lambda},variance={variance_mu},covariance={covariance_v}"),
            new(
                "lightly.loss.VICRegLoss(lambda_param=25.0, mu_param=25.0, nu_param=1.0)",
                "vicreg:invariance={lambda_param},variance={mu_param},covariance={nu_param}"),
        ],
        Tasks = LossTask.SelfSupervised,
        Parameters = [InvarianceCard, VarianceCard, CovarianceCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [BatchInputs.FirstView, BatchInputs.SecondView];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> first = inputs["first"], second = inputs["second"];
        Tensor<T> apart = tape.Mean(tape.Square(tape.Subtract(first, second)));
        Tensor<T> sum = tape.Scale(apart, _invariance.Value);
        foreach (Tensor<T> view in (Tensor<T>[])[first, second])
        {
            sum = tape.Add(sum, Spread(tape, BatchInputs.CentredFeatures(tape, view)));
        }

        return new(sum);
    }

    /// <summary>Variance and covariance part of one view, from its centred features, <c>[d, n]</c>.</summary>
    private Tensor<T> Spread<T>(Tape<T> tape, Tensor<T> features)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double degrees = int.Max(1, features.Shape[1] - 1);
        Tensor<T> variances = tape.Scale(tape.Sum(tape.Square(features), [-1]), 1 / degrees);
        Tensor<T> lack = tape.Mean(tape.Formula(default(LackOfSpread), variances));
        CorrelationTerm term = new(aim: 0, 0, 1 / (degrees * degrees));
        Tensor<T> shared = tape.Mean(tape.BatchTerms(term, PairMeasure.Dot, features, features).Values);
        return tape.Add(tape.Scale(lack, 0.5 * _variance.Value), tape.Scale(shared, _covariance.Value));
    }

    /// <summary>How far a standard deviation is below 1.</summary>
    private readonly struct LackOfSpread : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.AtLeast(1 - TLane.Sqrt(x[0] + 1e-4), 0);
    }
}
