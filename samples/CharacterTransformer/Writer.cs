using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Writes on, character by character, each drawn from what the network thinks likely.</summary>
internal sealed class Writer(Network<float> network, CharacterVocabulary vocabulary, int steps)
{
    // Below 1, likely characters become likelier still.
    private const double Temperature = 0.7;

    public string Continue(string beginning, int characters, ulong seed)
    {
        RandomStream random = new(seed);
        List<int> tokens = [.. vocabulary.Encode(beginning)];
        float[] scores = new float[steps * vocabulary.Size];
        for (int i = 0; i < characters; i++)
        {
            int[] seen = [.. tokens.TakeLast(steps)];
            float[] input = new float[steps];
            for (int step = 0; step < seen.Length; step++)
            {
                input[step] = seen[step];
            }

            // No step sees later ones, so whatever stands after the text does not matter.
            network.Predict(input, [0], scores);
            tokens.Add(Draw(scores.AsSpan((seen.Length - 1) * vocabulary.Size, vocabulary.Size), random));
        }

        return vocabulary.Decode([.. tokens]);
    }

    private static int Draw(ReadOnlySpan<float> scores, RandomStream random)
    {
        double[] likelihoods = new double[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            likelihoods[i] = Math.Exp(scores[i] / Temperature);
        }

        double left = random.NextDouble() * likelihoods.Sum();
        int drawn = 0;
        while (drawn + 1 < likelihoods.Length && (left -= likelihoods[drawn]) > 0)
        {
            drawn++;
        }

        return drawn;
    }
}
