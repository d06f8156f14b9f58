using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>One sigmoid unit, binary cross entropy and stochastic gradient descent: logistic regression.</summary>
public static class SigmoidUnit
{
    public const double Bias = 0.5;

    public static IReadOnlyList<double> Weights { get; } = [1.5, -2];

    public static LearntUnit Run(TextWriter output, int samples = 4000, int epochs = 20)
    {
        ArgumentNullException.ThrowIfNull(output);
        (float[] features, float[] targets, double entropy) = Generate(samples);
        TrainingData data = TrainingData.WithTargets(
            features, width: 2, targets);

        // The loss takes the sum before the sigmoid: together with the logarithm it is exact, apart it overflows.
        Network<float> network = new(inputs: 2, [new Dense<float>(inputs: 2, outputs: 1)], seed: 1);
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>("binary-cross-entropy");
        output.WriteLine(network);
        output.WriteLine($"{"epoch",5} {"loss",8}");
        TrainingResult result = Trainer.Fit(network, loss, data, validation: null, new TrainingOptions
        {
            MaxEpochs = epochs,
            BatchSize = 32,
            CreateOptimizer = () => new Sgd<float>(learningRate: 0.1),
            Progress = epoch => output.WriteLine($"{epoch.Epoch,5} {epoch.TrainingLoss,8:F4}"),
        });

        Span<float> weights = network.Parameters[0].Tensor.Values;
        double bias = network.Parameters[1].Tensor.Values[0];
        LearntUnit unit = new(weights[0], weights[1], bias, result.BestScore, entropy);
        output.WriteLine();
        output.WriteLine($"{"",-9} {"w1",6} {"w2",6} {"bias",6} {"loss",8}");
        output.WriteLine($"{"learnt",-9} {unit.First,6:F2} {unit.Second,6:F2} {unit.Bias,6:F2} {unit.Loss,8:F4}");
        output.WriteLine($"{"true",-9} {Weights[0],6:F2} {Weights[1],6:F2} {Bias,6:F2} {entropy,8:F4}");
        return unit;
    }

    /// <summary>Draws samples from a known unit; the entropy is the loss of one who knows it.</summary>
    private static (float[] Features, float[] Targets, double Entropy) Generate(int samples)
    {
        RandomStream random = new(seed: 3);
        float[] features = new float[2 * samples];
        float[] targets = new float[samples];
        double entropy = 0;
        random.FillNormal(features);
        for (int i = 0; i < samples; i++)
        {
            double sum = (Weights[0] * features[2 * i]) + (Weights[1] * features[(2 * i) + 1]) + Bias;
            double probability = 1 / (1 + Math.Exp(-sum));
            targets[i] = random.NextDouble() < probability ? 1 : 0;
            entropy -= Math.Log(targets[i] == 1 ? probability : 1 - probability) / samples;
        }

        return (features, targets, entropy);
    }
}

/// <summary>What was learnt, its loss, and the loss of the unit that the samples were drawn from.</summary>
public sealed record LearntUnit(double First, double Second, double Bias, double Loss, double Entropy);
