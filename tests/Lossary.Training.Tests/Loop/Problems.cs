using Lossary.Losses;

namespace Lossary.Training.Tests;

/// <summary>Small problems with known answers.</summary>
internal static class Problems
{
    public const int Width = 3;

    public static ISampleLoss Squared { get; } = LossCatalogue.Create<ISampleLoss>("squared");

    /// <summary>y = 2x₀ − x₁ + 0.5, without noise.</summary>
    public static TrainingData Linear(int count = 250)
    {
        Random random = new(1);
        float[] features = [.. Enumerable.Range(0, count * Width).Select(_ => (random.NextSingle() * 2) - 1)];
        float[] targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = (2 * features[i * Width]) - features[(i * Width) + 1] + 0.5f;
        }

        return TrainingData.WithTargets(features, Width, targets, [.. Enumerable.Range(0, count)]);
    }

    public static Network<float> LinearModel() =>
        Network<float>.Perceptron(new PerceptronOptions { Inputs = Width, Hidden = [], Seed = 1 });

    public static Network<float> Perceptron(ulong seed = 1) =>
        Network<float>.Perceptron(
            new PerceptronOptions { Inputs = Width, Hidden = [16, 8], Dropout = 0.1, Seed = seed });
}
