using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Features of two views are to be correlated with themselves and with nothing else.</summary>
/// <remarks>
/// <code>
/// L = Σₖ (1 − Cₖₖ)² + λ Σ_{k≠l} Cₖₗ²        C: correlations of the features of both views over the batch
/// </code>
/// One number for the whole batch, which needs two samples at least; a feature that does not vary has correlations of
/// 0. The d × d matrix is computed in blocks of rows. Reference: J. Zbontar, L. Jing, I. Misra, Y. LeCun and S. Deny,
/// "Barlow Twins: Self-Supervised Learning via Redundancy Reduction", ICML 2021, arXiv:2103.03230.
/// </remarks>
/// <param name="redundancy">What correlations between different features weigh; 0 and above.</param>
public readonly struct BarlowTwinsLoss(double redundancy) : IGraphLoss<BarlowTwinsLoss>, IDocumentedLoss
{
    private static readonly ParameterCard RedundancyCard = new(
        "redundancy", @"\lambda", 0.005, Domain.NonNegative, "what correlations between different features weigh");

    private readonly Parameter _redundancy = RedundancyCard.Bind(redundancy);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "barlow-twins",
        Title = "Barlow Twins",
        Use = "Representations without labels and without negatives, also in small batches, with wide outputs.",
        Avoid = "Narrow outputs: it gains by thousands of features; NT-Xent.",
        Reference = "J. Zbontar, L. Jing, I. Misra, Y. LeCun, S. Deny, Barlow Twins: Self-Supervised Learning "
            + "via Redundancy Reduction, 2021, arXiv:2103.03230",
        Latex = @"\sum_k (1 - C_{kk})^2 + \lambda \sum_{k \ne l} C_{kl}^2",
        Names = new() { Chinese = "巴洛双胞胎损失" },
        Translations =
        [
            new(
                "lightly.loss.BarlowTwinsLoss(lambda_param=0.005)",
                "barlow-twins:redundancy={lambda_param}",
                "1e-5 is added to variances"),
            new("monai.losses.BarlowTwinsLoss(lambd=0.005)", "barlow-twins:redundancy={lambd}"),
        ],
        Tasks = LossTask.SelfSupervised,
        Parameters = [RedundancyCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [BatchInputs.FirstView, BatchInputs.SecondView];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> first = tape.NormaliseRows(BatchInputs.CentredFeatures(tape, inputs["first"]));
        Tensor<T> second = tape.NormaliseRows(BatchInputs.CentredFeatures(tape, inputs["second"]));
        CorrelationTerm term = new(aim: 1, 1, _redundancy.Value);
        return new(tape.Sum(tape.BatchTerms(term, PairMeasure.Dot, first, second).Values));
    }
}
