using System.Globalization;
using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>While training, drops elements at random and scales up the rest; in inference, does nothing.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Dropout<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes a layer.</summary>
    /// <param name="probability">Of dropping an element; in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is out of range.</exception>
    public Dropout(double probability)
    {
        if (!(probability >= 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Must be at least 0 and below 1.");
        }

        Probability = probability;
    }

    /// <summary>Of dropping an element.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"dropout {Probability}");

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Noise is null || Probability == 0 ? input : pass.Tape.Dropout(input, Probability, pass.Noise);
}
