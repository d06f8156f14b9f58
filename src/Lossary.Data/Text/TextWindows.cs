namespace Lossary.Data;

/// <summary>Stretches of a text for a language model: at each step the model sees a token and says the next.</summary>
public sealed class TextWindows
{
    /// <summary>Cuts a text into stretches.</summary>
    /// <param name="tokens">The text, at least one token longer than a stretch.</param>
    /// <param name="steps">How many tokens a stretch has; positive.</param>
    /// <param name="stride">From the start of one stretch to that of the next; positive; null: no overlap.</param>
    /// <exception cref="ArgumentException">The text is too short.</exception>
    public TextWindows(ReadOnlySpan<int> tokens, int steps, int? stride = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        int distance = stride ?? steps;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distance, nameof(stride));
        if (tokens.Length <= steps)
        {
            throw new ArgumentException(
                $"tokens has {tokens.Length} elements; a stretch of {steps} with the token after it needs {steps + 1}.",
                nameof(tokens));
        }

        Steps = steps;
        Count = ((tokens.Length - 1 - steps) / distance) + 1;
        Inputs = new float[Count * steps];
        Targets = new int[Count * steps];
        for (int i = 0; i < Inputs.Length; i++)
        {
            int place = (i / steps * distance) + (i % steps);
            Inputs[i] = tokens[place];
            Targets[i] = tokens[place + 1];
        }
    }

    /// <summary>How many stretches there are.</summary>
    public int Count { get; }

    /// <summary>How many tokens a stretch has.</summary>
    public int Steps { get; }

    /// <summary>The tokens that the model sees, as numbers for a network, <c>[n, steps]</c>.</summary>
    public float[] Inputs { get; }

    /// <summary>The token after each of them, <c>[n, steps]</c>.</summary>
    public int[] Targets { get; }
}
