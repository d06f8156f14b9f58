using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy of the labels as they are observed: the predicted probabilities are led through the known rates of
/// mistakes.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln Σᵢ pᵢ T[i, y]                   p = softmax(z), T[i, j] = the probability that class i is labelled j
/// ∂L/∂zⱼ = pⱼ − pⱼ T[j, y] / Σᵢ pᵢ T[i, y]
/// </code>
/// The minimiser is that of cross entropy on clean labels. T = 1 is cross entropy. Reference: G. Patrini, A. Rozza, A.
/// K. Menon, R. Nock, L. Qu, "Making Deep Neural Networks Robust to Label Noise: a Loss Correction Approach", CVPR
/// 2017, arXiv:1609.03683.
/// </remarks>
public readonly struct ForwardCorrectionLoss : IGraphLoss<ForwardCorrectionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "forward-correction",
        Title = "forward-corrected cross entropy",
        Use = "Several classes whose labels are wrong at rates that are known or measured on a clean part.",
        Avoid = "Rates that are guessed: a wrong T does harm. Take generalised cross entropy.",
        Reference = "G. Patrini et al., Making Deep Neural Networks Robust to Label Noise: a Loss Correction "
            + "Approach, 2017, arXiv:1609.03683",
        Latex = @"-\ln \sum_i p_i T_{iy}, \quad p = \operatorname{softmax}(z)",
        Names = new() { Chinese = "前向校正损失" },
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
        RowOperation.OfClasses(tape, inputs, new Formula(ClassCards.Numbers(tape, inputs, TransitionCards.Name)));

    /// <summary>One row.</summary>
    private readonly struct Formula(double[] transition) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> logs = row.Free(0), joint = row.Free(1);
            RowSoftmax.Logarithms(row.Scores, logs);
            for (int i = 0; i < row.Classes; i++)
            {
                joint[i] = logs[i] + RealFunctions.Log(transition[(i * row.Classes) + row.Target]);
            }

            double log = RowSoftmax.Probabilities(joint, gradient);
            for (int i = 0; i < row.Classes; i++)
            {
                gradient[i] = RealFunctions.Exp(logs[i]) - gradient[i];
            }

            return -log;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            double[] logs = new double[transition.Length];
            for (int i = 0; i < logs.Length; i++)
            {
                (int target, int k) = int.DivRem(i, rows.Classes);
                logs[i] = RealFunctions.Log(transition[(k * rows.Classes) + target]);
            }

            Tensor<T> joint = tape.Add(tape.LogSoftmax(rows.Scores), rows.ByPair(logs));
            return tape.Negate(tape.LogSumExp(joint, [-1]));
        }
    }
}
