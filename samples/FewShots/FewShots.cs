using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Sine waves of which ten points are seen: what a network knows after a few steps, by how it was trained before.</summary>
public static class FewShots
{
    private const int Shots = 10;
    private const int WavesInStep = 4;
    private const double InnerRate = 0.02;

    public static IReadOnlyList<FewShotResult> Run(TextWriter output, int steps = 2000)
    {
        ArgumentNullException.ThrowIfNull(output);
        Episode<float>[] unseen = [.. Enumerable.Range(0, 100).Select(i => Wave(new RandomStream((ulong)i).Split("unseen")))];
        output.WriteLine($"{"before",-24} {"0 steps",8} {"1 step",8} {"5 steps",8}");
        List<FewShotResult> results = [];
        Report("nothing", NewNetwork());
        Report("all waves at once", TrainedAtOnce(steps));
        foreach (MetaMethod method in Enum.GetValues<MetaMethod>())
        {
            Report(method.ToString(), TrainedToLearn(method, steps));
        }

        return results;

        void Report(string before, Network<float> network)
        {
            MetaLearner<float> learner = new(network, Squared) { LearningRate = InnerRate };
            FewShotResult result = new(before, Mean(0), Mean(1), Mean(5));
            results.Add(result);
            output.WriteLine($"{before,-24} {result.Unadapted,8:F3} {result.AfterOne,8:F3} {result.AfterFive,8:F3}");

            double Mean(int count) => unseen.Average(wave => learner.LossAfter(wave, count));
        }
    }

    private static Network<float> NewNetwork() => Network<float>.Perceptron(
        new PerceptronOptions { Inputs = 1, Hidden = [40, 40], Activation = Activation.Tanh, Seed = 1 });

    /// <summary>Trained so that a few steps on a new wave go far.</summary>
    private static Network<float> TrainedToLearn(MetaMethod method, int steps)
    {
        Network<float> network = NewNetwork();
        MetaLearner<float> learner = new(network, Squared)
        {
            Method = method,
            LearningRate = InnerRate,
            Steps = method == MetaMethod.Reptile ? 5 : 1,
        };
        Adam<float> optimizer = new(learningRate: method == MetaMethod.Reptile ? 0.01 : 0.002);
        RandomStream random = new(seed: 7);
        for (int step = 0; step < steps; step++)
        {
            learner.Gradient([.. Enumerable.Range(0, WavesInStep).Select(_ => Wave(random))]);
            optimizer.Step(network);
        }

        return network;
    }

    /// <summary>Trained as usual: on points of all waves, which contradict each other.</summary>
    private static Network<float> TrainedAtOnce(int steps)
    {
        Network<float> network = NewNetwork();
        Adam<float> optimizer = new(learningRate: 0.002);
        RandomStream random = new(seed: 7);
        Tape<float> tape = new();
        for (int step = 0; step < steps; step++)
        {
            network.ClearGradients();
            for (int i = 0; i < WavesInStep; i++)
            {
                tape.Reset();
                Episode<float> wave = Wave(random);
                Tensor<float> loss = Squared(tape, network.Forward(tape, wave.Query), wave.QueryTargets);
                tape.Backward(tape.Scale(loss, 1.0 / WavesInStep));
            }

            optimizer.Step(network);
        }

        return network;
    }

    /// <summary>A wave of amplitude 0.1 to 5 and phase 0 to π.</summary>
    private static Episode<float> Wave(RandomStream random)
    {
        double amplitude = 0.1 + (4.9 * random.NextDouble()), phase = Math.PI * random.NextDouble();
        (Tensor<float> support, Tensor<float> supportTargets) = Points(random, amplitude, phase);
        (Tensor<float> query, Tensor<float> queryTargets) = Points(random, amplitude, phase);
        return new Episode<float>
        {
            Support = support,
            SupportTargets = supportTargets,
            Query = query,
            QueryTargets = queryTargets,
        };
    }

    private static (Tensor<float> Points, Tensor<float> Heights) Points(RandomStream random, double amplitude, double phase)
    {
        float[] points = new float[Shots], heights = new float[Shots];
        for (int i = 0; i < Shots; i++)
        {
            double point = (10 * random.NextDouble()) - 5;
            points[i] = (float)point;
            heights[i] = (float)(amplitude * Math.Sin(point - phase));
        }

        return (new(new Shape(Shots, 1), points), new(new Shape(Shots, 1), heights));
    }

    private static Tensor<float> Squared(Tape<float> tape, Tensor<float> predictions, Tensor<float> targets) =>
        tape.Mean(tape.Square(tape.Subtract(predictions, targets)));
}

/// <summary>Mean squared errors on waves that were never seen, after so many steps on ten points of each.</summary>
public sealed record FewShotResult(string Before, double Unadapted, double AfterOne, double AfterFive);
