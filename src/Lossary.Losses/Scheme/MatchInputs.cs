namespace Lossary.Losses;

/// <summary>Inputs that losses of two changes of one sample share.</summary>
internal static class MatchInputs
{
    /// <summary>The answers to a violent change and to a mild one.</summary>
    public static IReadOnlyList<InputCard> Answers { get; } =
    [
        new("strong", "z", InputKind.Real, "n, k", "the logits of the strongly changed samples")
        {
            IsDifferentiable = true,
        },
        new("weak", @"\hat z", InputKind.Real, "n, k", "the logits of the weakly changed samples, held constant"),
    ];

    /// <summary>The answers to a violent change, and guessed labels.</summary>
    public static IReadOnlyList<InputCard> Guesses { get; } =
    [
        Answers[0],
        new("guess", @"\hat p", InputKind.Shares, "n, k", "the guessed labels: answers to the weakly changed samples"),
    ];

    /// <summary>Embeddings of samples met before, and of the weakly changed ones.</summary>
    public static IReadOnlyList<InputCard> Memory { get; } =
    [
        new(
            "weak", @"\hat x", InputKind.Real, "n, d", "the embeddings of the weakly changed samples, held constant"),
        new("memory", "b", InputKind.Real, "m, d", "the embeddings of remembered samples, held constant"),
    ];

    /// <summary>How sure a guess has to be.</summary>
    public static ParameterCard ThresholdCard { get; } = new(
        "threshold", @"\tau", 0.95, Domain.Unit, "the share from which a guess is believed");

    /// <summary>How much of a guess is the sample's own.</summary>
    public static ParameterCard SmoothingCard { get; } = new(
        "smoothing", @"\alpha", 0.9, Domain.Unit, "what a sample's own guess counts beside those of like samples");

    /// <summary>What embeddings weigh beside logits.</summary>
    public static ParameterCard WeightCard { get; } = new(
        "weight", @"\lambda", 1, Domain.NonNegative, "what the embeddings weigh");

    /// <summary>Makes some guesses sure enough to count.</summary>
    public static void SharpenGuesses(LossInputs<double> inputs)
    {
        int classes = inputs["guess"].Shape[1];
        for (int i = 0; i < inputs["guess"].Shape[0]; i += 2)
        {
            Span<double> guess = inputs["guess"].Values.Slice(i * classes, classes);
            guess.Fill(0.01 / (classes - 1));
            guess[i / 2 % classes] = 0.99;
        }
    }

    /// <summary>Makes some answers sure enough to count.</summary>
    public static void SharpenSome(LossInputs<double> inputs)
    {
        Span<double> logits = inputs["weak"].Values;
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] *= i % 8 < 4 ? 12 : 1;
        }
    }
}
