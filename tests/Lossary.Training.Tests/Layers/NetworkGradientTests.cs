using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

/// <summary>Whole networks in double precision, against 4th-order central differences over every parameter.</summary>
public sealed class NetworkGradientTests
{
    private const int Rows = 7;
    private const int Inputs = 3;

    [Theory]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("relu")]
    public void A_perceptron(string activation) => Check(Network<double>.Perceptron(new PerceptronOptions
    {
        Inputs = Inputs,
        Hidden = [5, 4],
        Activation = Activation.Parse(activation),
        Seed = 3,
        OutputBias = [0.3],
    }));

    [Fact]
    public void A_perceptron_with_dropout() => Check(Network<double>.Perceptron(new PerceptronOptions
    {
        Inputs = Inputs,
        Hidden = [6, 4],
        Activation = Activation.Tanh,
        Dropout = 0.3,
        Seed = 4,
    }));

    [Fact]
    public void Layers_one_by_one() => Check(new Network<double>(
        Inputs,
        [
            new Dense<double>(Inputs, 5), new ActivationLayer<double>(Activation.Tanh), new Dropout<double>(0.2),
            new Dense<double>(5, 2), new ActivationLayer<double>(Activation.Sigmoid), new Dense<double>(2, 1),
        ],
        seed: 5));

    private static void Check(Network<double> network)
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>("squared");
        Random random = new(6);
        double[] features = [.. Enumerable.Range(0, Rows * Inputs).Select(_ => random.NextDouble() - 0.5)];
        double[] targets = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
        Tape<double> tape = new();
        Tensor<double> Objective()
        {
            tape.Reset();
            Tensor<double> input = tape.Constant(new Shape(Rows, Inputs), features);
            return tape.Loss(loss, network.Forward(tape, input, new RandomStream(7)), targets, default, out _);
        }

        // With biases of 0, a row that no unit of a layer answers to would sit right on the kinks of the next.
        foreach (NetworkParameter<double> parameter in network.Parameters.Where(parameter => !parameter.IsPenalized))
        {
            parameter.Tensor.Values.Fill(0.1);
        }

        network.ClearGradients();
        tape.Backward(Objective());
        double[] gradient = network.Gradients.ToArray();
        for (int i = 0; i < gradient.Length; i++)
        {
            double slope = Slope(network, i, () => Objective().Scalar);
            Assert.True(
                Math.Abs(gradient[i] - slope) <= 1e-7, $"weight {i}: the tape says {gradient[i]}, differences {slope}");
        }
    }

    private static double Slope(Network<double> network, int index, Func<double> objective)
    {
        const double Step = 1e-3;
        double centre = network.Weights[index];
        double At(double steps)
        {
            network.Weights[index] = centre + (steps * Step);
            return objective();
        }

        double slope = ((8 * (At(1) - At(-1))) - (At(2) - At(-2))) / (12 * Step);
        network.Weights[index] = centre;
        return slope;
    }
}
