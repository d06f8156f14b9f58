using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Charges wrong signs only, by how wrong they are; asks for no margin.</summary>
/// <remarks>
/// <code>
/// L(m)  = max(0, −m)
/// L′(m) = −1 where m ≤ 0, else 0
/// </code>
/// A score of 0 costs nothing, so the zero model is among the best: it needs a start away from it. Reference:
/// F. Rosenblatt, "The Perceptron", Psychological Review 65 (1958) 386–408.
/// </remarks>
public readonly struct PerceptronLoss : IMarginLoss<PerceptronLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "perceptron",
        Title = "perceptron",
        Use = "Two classes that a plane separates, when any separating plane will do.",
        Reference = "F. Rosenblatt, The Perceptron, 1958, doi:10.1037/h0042519",
        Names = new()
        {
            ScikitLearn = "perceptron",
            Chinese = "感知机损失",
        },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        LipschitzConstant = 1,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> => TLane.AtLeast(-m, 0);
}
