using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Normalised cross entropy, which learns, plus reverse cross entropy, which resists wrong labels.</summary>
/// <remarks>
/// <code>
/// L = α ln p_y / Σₖ ln pₖ − β A (1 − p_y)            p = softmax(z)
/// ∂L/∂ln pⱼ = α (1[j = y] − ln p_y / Σₖ ln pₖ) / Σₖ ln pₖ + β A p_y 1[j = y]
/// </code>
/// Both parts are symmetric: their sum over the classes is the same for every prediction. Reference: X. Ma, H. Huang,
/// Y. Wang, S. Romano, S. Erfani, J. Bailey, "Normalized Loss Functions for Deep Learning with Noisy Labels", ICML
/// 2020, arXiv:2006.13554.
/// </remarks>
/// <param name="alpha">α: the weight of normalised cross entropy; 0 or more.</param>
/// <param name="beta">β: the weight of reverse cross entropy; 0 or more.</param>
/// <param name="logarithmOfZero">A: what stands for the logarithm of 0; negative.</param>
public readonly struct ActivePassiveLoss(double alpha, double beta, double logarithmOfZero)
    : IGraphLoss<ActivePassiveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1, Domain.NonNegative, "the weight of normalised cross entropy");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative, "the weight of reverse cross entropy");

    private static readonly ParameterCard LogarithmOfZeroCard = new(
        "a", @"A", -4, new Domain(double.NegativeInfinity, 0, false, false), "what stands for the logarithm of 0");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "active-passive",
        Title = "active–passive",
        Use = "Several classes, where a good part of the labels is wrong.",
        Avoid = "Labels that are right: it learns slowly. Take cross entropy.",
        Reference = "X. Ma et al., Normalized Loss Functions for Deep Learning with Noisy Labels, 2020, "
            + "arXiv:2006.13554",
        Latex = @"\alpha \frac{\ln p_y}{\sum_k \ln p_k} - \beta A (1 - p_y)",
        Aliases = ["nce-rce", "apl"],
        Names = new() { Chinese = "主动–被动损失" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [AlphaCard, BetaCard, LogarithmOfZeroCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>The weight of normalised cross entropy.</summary>
    public double Alpha { get; } = AlphaCard.Bind(alpha).Value;

    /// <summary>The weight of reverse cross entropy.</summary>
    public double Beta { get; } = BetaCard.Bind(beta).Value;

    /// <summary>What stands for the logarithm of 0.</summary>
    public double LogarithmOfZero { get; } = LogarithmOfZeroCard.Bind(logarithmOfZero).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        IsBounded = true,
        IsNoiseSymmetric = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(tape, inputs, new Formula(Alpha, -Beta * LogarithmOfZero));

    /// <summary>One row.</summary>
    private readonly struct Formula(double active, double passive) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> logs = row.Free(0), p = row.Free(1);
            RowSoftmax.Logarithms(row.Scores, logs);
            double sum = Sums.Sum(logs), own = logs[row.Target];
            double share = sum == 0 ? 1 : own / sum, perLog = sum == 0 ? 0 : active / sum;
            for (int k = 0; k < row.Classes; k++)
            {
                p[k] = RealFunctions.Exp(logs[k]);
                gradient[k] = -perLog * share;
            }

            gradient[row.Target] += perLog - (passive * p[row.Target]);
            RowSoftmax.Backward(p, gradient);
            return (active * share) - (passive * RealFunctions.ExpM1(own));
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> logs = tape.LogSoftmax(rows.Scores), own = rows.OfTarget(logs);
            Tensor<T> lost = tape.Scale(tape.Shift(tape.Negate(tape.Exp(own)), 1), passive);

            // A single class has all of the sum: a constant.
            return rows.Classes == 1
                ? lost
                : tape.Add(tape.Scale(tape.Divide(own, rows.Sum(logs)), active), lost);
        }
    }
}
