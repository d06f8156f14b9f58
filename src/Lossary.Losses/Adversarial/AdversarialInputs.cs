using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// What adversarial losses read: what a discriminator says of real and of made samples, or its gradient.
/// </summary>
internal static class AdversarialInputs
{
    /// <summary>Of made samples alone.</summary>
    public static IReadOnlyList<InputCard> Fake { get; } =
    [
        new("fake", "f", InputKind.Real, "…", "what the discriminator says of made samples")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>Of real and of made samples, as many.</summary>
    public static IReadOnlyList<InputCard> Both { get; } =
    [
        new("real", "r", InputKind.Real, "…", "what the discriminator says of real samples")
        {
            IsDifferentiable = true,
        },
        .. Fake,
    ];

    /// <summary>The squared length of each sample's gradient, <c>[n]</c>.</summary>
    public static Tensor<T> Squares<T>(Tape<T> tape, Tensor<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = gradient.Shape[0];
        Shape flat = new(rows, rows == 0 ? 1 : gradient.Shape.Length / rows);
        return tape.Sum(tape.Square(tape.Reshape(gradient, flat)), [-1]);
    }

    /// <summary>The length of each sample's gradient, <c>[n]</c>; where it is 0 it pulls nowhere.</summary>
    public static Tensor<T> Norms<T>(Tape<T> tape, Tensor<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.SqrtOrZero(Squares(tape, gradient));
}
