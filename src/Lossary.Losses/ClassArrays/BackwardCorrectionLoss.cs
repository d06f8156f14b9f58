using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy led back through the known rates of mistakes: on average over wrong labels it is the loss of the right
/// ones.
/// </summary>
/// <remarks>
/// <code>
/// L = −Σⱼ (T⁻¹)[y, j] ln pⱼ                p = softmax(z), T[i, j] = the probability that class i is labelled j
/// ∂L/∂zⱼ = pⱼ − (T⁻¹)[y, j]
/// </code>
/// An unbiased estimate of the clean loss; a single row may cost less than 0, without bound. The rows of T⁻¹ sum to 1.
/// T = 1 is cross entropy. Reference: G. Patrini, A. Rozza, A. K. Menon, R. Nock, L. Qu, "Making Deep Neural Networks
/// Robust to Label Noise: a Loss Correction Approach", CVPR 2017, arXiv:1609.03683.
/// </remarks>
public readonly struct BackwardCorrectionLoss : IGraphLoss<BackwardCorrectionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "backward-correction",
        Title = "backward-corrected cross entropy",
        Use = "Several classes whose labels are wrong at known rates, when the estimate must be unbiased.",
        Avoid = "Networks that can fit every row: what costs less than 0 runs away. Take forward correction.",
        Reference = "G. Patrini et al., Making Deep Neural Networks Robust to Label Noise: a Loss Correction "
            + "Approach, 2017, arXiv:1609.03683",
        Latex = @"-\sum_j (T^{-1})_{yj} \ln p_j, \quad p = \operatorname{softmax}(z)",
        Names = new() { Chinese = "后向校正损失" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
        [ClassCards.Scores, ClassCards.Targets, TransitionCards.Transition];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(tape, inputs, new Formula(TransitionCards.Inverse(tape, inputs)));

    /// <inheritdoc/>
    public static void Arrange(BackwardCorrectionLoss loss, LossInputs<double> inputs, RandomStream random) =>
        TransitionCards.Arrange(inputs);

    /// <summary>One row.</summary>
    private readonly struct Formula(double[] inverse) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> logs = row.Free(0), p = row.Free(1);
            RowSoftmax.Logarithms(row.Scores, logs);
            ReadOnlySpan<double> weights = inverse.AsSpan(row.Target * row.Classes, row.Classes);
            double value = 0;
            for (int j = 0; j < row.Classes; j++)
            {
                p[j] = RealFunctions.Exp(logs[j]);
                gradient[j] = -weights[j];
                value -= weights[j] == 0 ? 0 : weights[j] * logs[j];
            }

            RowSoftmax.Backward(p, gradient);
            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            return tape.Negate(rows.Sum(tape.Multiply(tape.LogSoftmax(rows.Scores), rows.ByPair(inverse))));
        }
    }
}
