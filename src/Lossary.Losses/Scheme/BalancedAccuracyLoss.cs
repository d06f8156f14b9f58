using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean of the two classes' error rates, with probabilities in the place of decisions.</summary>
/// <remarks>
/// <code>
/// L = ½ (mean over positives of σ(−s) + mean over negatives of σ(s))
/// </code>
/// A class that the batch does not have counts nothing. There is one term for the batch. Reference: K. H. Brodersen, C.
/// S. Ong, K. E. Stephan, J. M. Buhmann, The Balanced Accuracy and Its Posterior Distribution, 2010,
/// doi:10.1109/ICPR.2010.764.
/// </remarks>
public readonly struct BalancedAccuracyLoss : IGraphLoss<BalancedAccuracyLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-balanced-accuracy",
        Title = "soft balanced accuracy",
        Use = "Two classes of which one is rare, judged by balanced accuracy, after a start by cross entropy.",
        Avoid = "Batches are small, so that the rare class is absent. Take weighted-binary-cross-entropy.",
        Reference = "K. H. Brodersen, C. S. Ong, K. E. Stephan, J. M. Buhmann, The Balanced Accuracy and Its "
            + "Posterior Distribution, 2010, doi:10.1109/ICPR.2010.764",
        Latex = @"\tfrac{1}{2} \left(\overline{\sigma(-s)}_{y = 1} + \overline{\sigma(s)}_{y = 0}\right)",
        Names = new() { Chinese = "软平衡准确率损失" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AreaInputs.Cards;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> missed = FlagMeans.Of(tape, tape.Sigmoid(tape.Negate(inputs["score"])), inputs["label"], isSet: true);
        Tensor<T> alarmed = FlagMeans.Of(tape, tape.Sigmoid(inputs["score"]), inputs["label"], isSet: false);
        return new(tape.Scale(tape.Add(missed, alarmed), 0.5));
    }
}
