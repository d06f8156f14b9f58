using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy whose pull fades with the target's probability: fine-tuning that forgets less.</summary>
/// <remarks>
/// <code>
/// L = −p_y ln p_y with the first p_y held constant            p = softmax(z)
/// ∂L/∂zⱼ = p_y (pⱼ − 1[j = y])
/// </code>
/// The gradient is that of 1 − p_y; the value is what is published. Also called dynamic fine-tuning. Reference: Y. Wu
/// et al., "On the Generalization of SFT: A Reinforcement Learning Perspective with Reward Rectification", 2025,
/// arXiv:2508.05629.
/// </remarks>
public readonly struct FadingCrossEntropyLoss : IGraphLoss<FadingCrossEntropyLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "fading-cross-entropy",
        Title = "fading cross entropy",
        Use = "Fine-tuning of a language model on answers, when what it could do before must stay.",
        Avoid = "A start from nothing: what has a small probability hardly pulls. Take cross entropy.",
        Reference = "Y. Wu et al., On the Generalization of SFT: A Reinforcement Learning Perspective with Reward "
            + "Rectification, 2025, arXiv:2508.05629",
        Latex = @"-\operatorname{sg}(p_y) \ln p_y, \quad p = \operatorname{softmax}(z)",
        Aliases = ["dft", "dynamic-fine-tuning"],
        Names = new() { Chinese = "动态微调交叉熵" },
        Translations =
        [
            new("trl.SFTConfig(loss_type=\"dft\")", "fading-cross-entropy", "a mean over the tokens of the batch"),
        ],
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula());

    /// <summary>One row.</summary>
    private readonly struct Formula : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            double value = RowSoftmax.CrossEntropy(row.Scores, row.Target, gradient), p = RealFunctions.Exp(-value);
            foreach (ref double slope in gradient)
            {
                slope *= p;
            }

            return p * value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tensor<T> value = rows.CrossEntropy(rows.Scores);
            return rows.Tape.Multiply(rows.Tape.Detach(rows.Tape.Exp(rows.Tape.Negate(value))), value);
        }
    }
}
