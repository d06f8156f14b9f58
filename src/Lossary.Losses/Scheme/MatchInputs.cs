using Lossary.Tensors;

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

    /// <summary>How sure an answer, or a guess, has to be.</summary>
    public static ParameterCard ThresholdCard { get; } = new(
        "threshold", @"\tau", 0.95, Domain.Unit, "the share from which an answer is believed");

    /// <summary>How much of a guess is the sample's own.</summary>
    public static ParameterCard SmoothingCard { get; } = new(
        "smoothing", @"\alpha", 0.9, Domain.Unit, "what a sample's own guess counts beside those of like samples");

    /// <summary>What embeddings weigh beside logits.</summary>
    public static ParameterCard WeightCard { get; } = new(
        "weight", @"\lambda", 1, Domain.NonNegative, "what the embeddings weigh");

    /// <summary>Makes every other guess sure, and its sample one that is remembered.</summary>
    /// <remarks>The remembered sample j is to be of the class j, counted round.</remarks>
    public static void SharpenGuesses(LossInputs<double> inputs)
    {
        Tensor<double> guesses = inputs["guess"], weak = inputs["weak"], memory = inputs["memory"];
        int classes = guesses.Shape[1], width = memory.Shape[1];
        for (int i = 0; i < guesses.Shape[0]; i += 2)
        {
            int place = i / 2 % memory.Shape[0];
            memory.Values.Slice(place * width, width).CopyTo(weak.Values[(i * width)..]);
            Sharpen(guesses.Values.Slice(i * classes, classes), place % classes);
        }
    }

    /// <summary>Shares of which one class has nearly all.</summary>
    public static void Sharpen(Span<double> shares, int answer)
    {
        shares.Fill(0.01 / (shares.Length - 1));
        shares[answer] = 0.99;
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
