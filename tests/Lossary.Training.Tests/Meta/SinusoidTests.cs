using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

/// <summary>
/// The regression of Finn et al. 2017, section 5.1: sine waves of amplitude 0.1 to 5 and phase 0 to π, of which a few
/// points are seen, by a network of two hidden layers.
/// </summary>
public sealed class SinusoidTests
{
    private const int Shots = 10;

    [Theory]
    [InlineData(MetaMethod.Maml, 1, 0.003, 0.02, false)]
    [InlineData(MetaMethod.FirstOrderMaml, 1, 0.003, 0.02, false)]
    [InlineData(MetaMethod.Reptile, 5, 0.01, 0.02, false)]
    [InlineData(MetaMethod.Maml, 2, 0.003, 0.06, true)]
    public void A_wave_is_learnt_from_ten_points_after_others_were(
        MetaMethod method, int steps, double rate, double innerRate, bool isHeadAlone)
    {
        Network<float> network = Network<float>.Perceptron(
            new PerceptronOptions { Inputs = 1, Hidden = [24, 24], Activation = Activation.Tanh, Seed = 4 });
        MetaLearner<float> learner = new(network, Squared)
        {
            Method = method,
            LearningRate = innerRate,
            Steps = steps,
            Adapted = isHeadAlone ? network.Layers[^1].Parameters : network.Parameters,
        };
        Episode<float>[] unseen = [.. Waves(new RandomStream(99), 60)];
        double before = unseen.Average(wave => learner.LossAfter(wave, 5));
        RandomStream random = new(7);
        Adam<float> optimizer = new(rate);
        for (int step = 0; step < 500; step++)
        {
            learner.Gradient([.. Waves(random, 4)]);
            optimizer.Step(network);
        }

        double unadapted = unseen.Average(wave => learner.LossAfter(wave, 0));
        double after = unseen.Average(wave => learner.LossAfter(wave, 5));
        Assert.True(after < 0.6 * before, $"after 5 steps {before:R} before, {after:R} now");
        Assert.True(after < 0.6 * unadapted, $"{unadapted:R} without a step, {after:R} with 5");
    }

    private static IEnumerable<Episode<float>> Waves(RandomStream random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            double amplitude = 0.1 + (4.9 * random.NextDouble()), phase = Math.PI * random.NextDouble();
            (Tensor<float> support, Tensor<float> supportTargets) = Points(random, Shots, amplitude, phase);
            (Tensor<float> query, Tensor<float> queryTargets) = Points(random, 2 * Shots, amplitude, phase);
            yield return new Episode<float>
            {
                Support = support,
                SupportTargets = supportTargets,
                Query = query,
                QueryTargets = queryTargets,
            };
        }
    }

    private static (Tensor<float> Points, Tensor<float> Values) Points(RandomStream random, int count, double amplitude, double phase)
    {
        double[] points = [.. Enumerable.Range(0, count).Select(_ => (10 * random.NextDouble()) - 5)];
        float[] x = [.. points.Select(point => (float)point)];
        float[] y = [.. points.Select(point => (float)(amplitude * Math.Sin(point - phase)))];
        return (new(new Shape(count, 1), x), new(new Shape(count, 1), y));
    }

    private static Tensor<float> Squared(Tape<float> tape, Tensor<float> predictions, Tensor<float> targets) =>
        tape.Mean(tape.Square(tape.Subtract(predictions, targets)));
}
