using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>A line through points of which some are wrong, fitted with each of six losses.</summary>
public static class LinearFit
{
    public const double Slope = 3;
    public const double Intercept = 2;

    private static readonly string[] Losses =
        ["squared", "absolute", "huber:delta=1", "log-cosh", "cauchy", "quantile:level=0.9"];

    public static IReadOnlyList<FittedLine> Run(TextWriter output, int points = 400, int epochs = 150)
    {
        ArgumentNullException.ThrowIfNull(output);
        (float[] x, float[] y) = Generate(points);
        TrainingData data = TrainingData.WithTargets(x, width: 1, y);
        TrainingOptions options = new()
        {
            MaxEpochs = epochs,
            CreateOptimizer = () => new Adam<float>(learningRate: 0.02),
        };

        output.WriteLine($"y = {Slope} x + {Intercept} + noise; one in ten points of the right half lies 20 too high.");
        output.WriteLine();
        output.WriteLine($"{"loss",-20} {"slope",8} {"intercept",10}");
        List<FittedLine> lines = [];
        foreach (string name in Losses)
        {
            ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
            Network<float> network = new(inputs: 1, [new Dense<float>(inputs: 1, outputs: 1)], seed: 1);
            Trainer.Fit(network, loss, data, validation: null, options);

            FittedLine line = new(name, network.Weight("weights"), network.Weight("bias"));
            output.WriteLine($"{line.Loss,-20} {line.Slope,8:F2} {line.Intercept,10:F2}");
            lines.Add(line);
        }

        return lines;
    }

    private static (float[] X, float[] Y) Generate(int points)
    {
        RandomStream random = new(seed: 7);
        float[] x = new float[points];
        float[] y = new float[points];
        for (int i = 0; i < points; i++)
        {
            x[i] = (float)((2 * random.NextDouble()) - 1);
            bool isWrong = x[i] > 0 && random.NextInt(10) == 0;
            y[i] = (float)((Slope * x[i]) + Intercept + (0.5 * random.NextNormal()) + (isWrong ? 20 : 0));
        }

        return (x, y);
    }

    private static double Weight(this Network<float> network, string name) =>
        network.Parameters.Single(parameter => parameter.Name == name).Tensor.Values[0];
}

/// <summary>What a loss made of the points.</summary>
public sealed record FittedLine(string Loss, double Slope, double Intercept);
