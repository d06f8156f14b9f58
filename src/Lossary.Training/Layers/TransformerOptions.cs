using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>How a transformer block is built beside its width and heads.</summary>
public sealed record TransformerOptions
{
    /// <summary>The width between the two dense layers; null for four times the block's.</summary>
    /// <value>Null.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public int? FeedForward
    {
        get;
        init
        {
            if (value is int width)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width, nameof(value));
            }

            field = value;
        }
    }

    /// <summary>What stands between the two dense layers.</summary>
    /// <value>ReLU.</value>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>The probability of dropping a number of each branch while training; in [0, 1).</summary>
    /// <value>0.</value>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public double Dropout
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be at least 0 and below 1.");
    }

    /// <summary>
    /// True to normalise what goes into each branch; false to normalise each sum, as the paper has it.
    /// </summary>
    /// <value>False.</value>
    public bool IsPreNorm { get; init; }

    /// <summary>True where a step must not see later ones: for models of language.</summary>
    /// <value>False.</value>
    public bool IsCausal { get; init; }
}
