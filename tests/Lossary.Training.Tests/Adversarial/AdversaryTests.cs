using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training.Tests;

public sealed class AdversaryTests
{
    private static readonly double[] s_samples = [0.2, 0.9, 0.5, 0.1];

    [Fact]
    public void One_step_goes_by_the_signs_of_the_slopes_and_stays_in_range()
    {
        // Output 2 x - 3 y, targets above and below it: the error falls by (-, +) and by (+, -).
        Adversary<double> adversary = new(Line()) { Radius = 0.15, Lowest = 0, Highest = 1 };
        Tensor<double> moved = adversary.Attack(Samples(), Column(5, -5), Squared);
        Assert.Equal([0.05, 1, 0.65, 0], moved.Values.ToArray(), (x, y) => Math.Abs(x - y) < 1e-15);
    }

    [Fact]
    public void A_euclidean_attack_on_a_line_goes_along_its_slope_to_the_edge()
    {
        foreach (int steps in (int[])[1, 40])
        {
            Adversary<double> adversary = new(Line())
            {
                Radius = 0.3,
                Norm = PerturbationNorm.Euclidean,
                Steps = steps,
                StepSize = steps > 1 ? 0.1 : null,
            };
            double[] moves = Moves(adversary.Attack(Samples(), Column(5, -5), Squared, steps > 1 ? new RandomStream(1) : null));
            double along = 0.3 / Math.Sqrt(13);
            Assert.Equal([-2 * along, 3 * along, 2 * along, -3 * along], moves, (x, y) => Math.Abs(x - y) < (steps > 1 ? 1e-4 : 1e-14));
            Assert.True(Math.Sqrt((moves[0] * moves[0]) + (moves[1] * moves[1])) <= 0.3 + 1e-12);
        }
    }

    [Theory]
    [InlineData(PerturbationNorm.Maximum)]
    [InlineData(PerturbationNorm.Euclidean)]
    public void Several_steps_do_no_less_harm_than_one_and_leave_network_and_samples_alone(PerturbationNorm norm)
    {
        Network<double> network = Network<double>.Perceptron(
            new PerceptronOptions { Inputs = 2, Hidden = [16, 16], Activation = Activation.Tanh, Seed = 3 });
        foreach (NetworkParameter<double> parameter in network.Parameters)
        {
            foreach (ref double number in parameter.Tensor.Values)
            {
                number *= 3;
            }
        }

        network.Gradients.Fill(7);
        double[] weights = network.Weights.ToArray();
        Tensor<double> samples = Samples(), targets = Column(0.1, 0.2);
        Tensor<double> once = new Adversary<double>(network) { Radius = 0.4, Norm = norm }.Attack(samples, targets, Squared);
        Adversary<double> stronger = new(network) { Radius = 0.4, Norm = norm, Steps = 40 };
        Tensor<double> often = stronger.Attack(samples, targets, Squared);
        Tensor<double> elsewhere = stronger.Attack(samples, targets, Squared, new RandomStream(5));
        Assert.Equal(elsewhere.Values.ToArray(), stronger.Attack(samples, targets, Squared, new RandomStream(5)).Values.ToArray());
        Assert.True(LossAt(network, once, targets) > LossAt(network, samples, targets), "One step does no harm.");
        Assert.True(LossAt(network, often, targets) >= LossAt(network, once, targets) - 1e-12, "Forty steps do less.");
        Assert.All(Moves(elsewhere), move => Assert.InRange(Math.Abs(move), 0, 0.4 + 1e-12));
        Assert.Equal(s_samples, samples.Values.ToArray());
        Assert.Equal(weights, network.Weights.ToArray());
        Assert.All(network.Gradients.ToArray(), slope => Assert.Equal(7, slope));
    }

    [Fact]
    public void The_answer_of_two_classes_changes_most_along_the_difference_of_their_weights()
    {
        // Its curvature has rank 1: one iteration finds the direction, (2, -3) - (-1, 1) = (3, -4), up to its sign.
        Network<double> network = new(2, [new Dense<double>(2, 2)], seed: 1);
        new double[] { 2, -1, -3, 1 }.CopyTo(network.Parameters[0].Tensor.Values);
        Adversary<double> adversary = new(network) { Radius = 0.5 };
        double[] moves = Moves(adversary.AttackAnswer(Samples(), new RandomStream(2)));
        Assert.Equal([0.3, 0.4, 0.3, 0.4], moves.Select(Math.Abs), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.True(moves[0] * moves[1] < 0 && moves[2] * moves[3] < 0, "It is not along the difference.");
    }

    [Fact]
    public void Random_starts_fill_the_ball_evenly()
    {
        double[] moves = new double[60_000];
        Perturbation.Draw<double>(moves, 2, PerturbationNorm.Euclidean, 2, new RandomStream(4));
        double[] distances = [.. Enumerable.Range(0, 30_000).Select(i => Math.Sqrt((moves[2 * i] * moves[2 * i]) + (moves[(2 * i) + 1] * moves[(2 * i) + 1])))];
        Assert.All(distances, distance => Assert.InRange(distance, 0, 2 + 1e-12));
        Assert.Equal(0.25, distances.Count(distance => distance < 1) / 30_000.0, 0.01);
        Perturbation.Draw<double>(moves, 2, PerturbationNorm.Maximum, 2, new RandomStream(4));
        Assert.Equal(4 / 3.0, moves.Average(move => move * move), 0.02);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_by_name()
    {
        Assert.Equal("Radius", Assert.Throws<ArgumentOutOfRangeException>(() => new Adversary<double>(Line()) { Radius = 0 }).ParamName);
        Assert.Equal("StepSize", Assert.Throws<ArgumentOutOfRangeException>(() => new Adversary<double>(Line()) { StepSize = double.NaN }).ParamName);
        Assert.Equal("Steps", Assert.Throws<ArgumentOutOfRangeException>(() => new Adversary<double>(Line()) { Steps = 0 }).ParamName);
        Assert.Equal("probe", Assert.Throws<ArgumentOutOfRangeException>(
            () => new Adversary<double>(Line()).AttackAnswer(Samples(), new RandomStream(1), probe: 0)).ParamName);
    }

    private static Tensor<double> Squared(Tape<double> tape, Tensor<double> predictions, Tensor<double> targets) =>
        tape.Mean(tape.Square(tape.Subtract(predictions, targets)));

    private static Network<double> Line()
    {
        Network<double> network = new(2, [new Dense<double>(2, 1)], seed: 1);
        new double[] { 2, -3 }.CopyTo(network.Parameters[0].Tensor.Values);
        return network;
    }

    private static Tensor<double> Samples() => new(new Shape(2, 2), s_samples.ToArray());

    private static Tensor<double> Column(params double[] values) => new(new Shape(values.Length, 1), values);

    private static double[] Moves(Tensor<double> moved) => [.. moved.Values.ToArray().Zip(s_samples, (x, y) => x - y)];

    private static double LossAt(Network<double> network, Tensor<double> samples, Tensor<double> targets)
    {
        Tape<double> tape = new();
        return Squared(tape, network.Forward(tape, samples), targets).Scalar;
    }
}
