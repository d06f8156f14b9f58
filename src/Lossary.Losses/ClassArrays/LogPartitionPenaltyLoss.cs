using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy plus a penalty that keeps the softmax's denominator near 1, so that logits do not drift.
/// </summary>
/// <remarks>
/// <code>
/// L = lse(z) − z_y + λ lse(z)²            lse(z) = ln Σₖ exp(zₖ)
/// ∂L/∂zⱼ = pⱼ − 1[j = y] + 2λ lse(z) pⱼ
/// </code>
/// Convex where lse(z) ≥ 0. Reference: A. Chowdhery et al., "PaLM: Scaling Language Modeling with Pathways", 2022,
/// arXiv:2204.02311.
/// </remarks>
/// <param name="lambda">λ: the weight of the penalty; 0 or more.</param>
public readonly struct LogPartitionPenaltyLoss(double lambda) : IGraphLoss<LogPartitionPenaltyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LambdaCard = new(
        "lambda", @"\lambda", 1e-4, Domain.NonNegative, "the weight of the penalty");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "z-loss",
        Title = "cross entropy with z-loss",
        Use = "Large vocabularies in low precision, where logits grow until training breaks.",
        Avoid = "Scores whose level is meant, as shifted or adjusted ones: it pulls at the level. Take cross entropy.",
        Reference = "A. Chowdhery et al., PaLM: Scaling Language Modeling with Pathways, 2022, arXiv:2204.02311",
        Latex = @"\ln \sum_k e^{z_k} - z_y + \lambda \left(\ln \sum_k e^{z_k}\right)^2",
        Aliases = ["log-partition-penalty"],
        Names = new() { Chinese = "Z 损失交叉熵" },
        Translations =
        [
            new(
                "liger_kernel.transformers.LigerCrossEntropyLoss(lse_square_scale=0.0001)",
                "z-loss:lambda={lse_square_scale}",
                "lse_square_scale is 0 there by default"),
        ],
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [LambdaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>The weight of the penalty.</summary>
    public double Lambda { get; } = LambdaCard.Bind(lambda).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula(Lambda));

    /// <summary>One row.</summary>
    private readonly struct Formula(double lambda) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> p = row.Free(0);
            double log = RowSoftmax.Probabilities(row.Scores, p);
            double value = RowSoftmax.CrossEntropy(row.Scores, row.Target, gradient);
            for (int k = 0; k < row.Classes; k++)
            {
                gradient[k] += 2 * lambda * log * p[k];
            }

            return value + (lambda * log * log);
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> penalty = tape.Scale(tape.Square(tape.LogSumExp(rows.Scores, [-1])), lambda);
            return tape.Add(rows.CrossEntropy(rows.Scores), penalty);
        }
    }
}
