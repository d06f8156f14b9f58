using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>
/// Values and derivatives where the terms of a formula are large and what they leave is small; expected numbers by mpmath
/// from the formula as books print it, in 120 digits, derivatives by difference quotients of a step of 1e-40.
/// </summary>
public sealed class CancellingTermsTests
{
    /// <summary>Loss; its numbers in the order of the cards; the value and the derivatives in that order.</summary>
    public static TheoryData<string, double[], double[]> Rows => new()
    {
        { "negative-binomial-likelihood", [0.25, 28.5, 4], [29.886294361132485, -8.870729712767347e-13, 0.9999999999878246] },
        { "negative-binomial-likelihood", [3, -12, 12], [4.072587462531337, 8.08453921178741, -0.00016393618407704134] },
        { "negative-binomial-likelihood", [2, 0.5, 7], [3.287256080188229, 0.029513087591044006, 0.575408446112628] },
        { "negative-binomial-likelihood", [0.001, 20, 1], [20.000000043284228, 2.0601233848250916e-12, 0.9999999587769265] },
        { "negative-binomial-likelihood", [-2, -3, 1], [2.1415967285193718, -0.8588776447146009, 0.006240975255145546] },
        { "beta-likelihood", [-25, 3, 0.001], [18.111339807122736, -0.9999999999533971, 0.020095586377614244] },
        { "beta-likelihood", [27, 26, 0.7], [1706876261.7014823, 23097946697.192406, -21391070422.505844] },
        { "beta-likelihood", [-20, 0.25, 1e-05], [8.487077398224711, -0.9999999770734286, 1.2837264991414299e-05] },
        { "beta-likelihood", [0.3, 0.6, 0.4], [-0.2968532211898459, -0.25149298450300467, -0.32165866991200204] },
        { "beta-likelihood", [2, 20, 0.25], [139573197.0045358, -123.270860542531, 139573321.5079057] },
        { "beta-likelihood", [1, 1.5, 0.999], [19.9733910530064, -2.982229804710975, 28.633662314389234] },
        { "student-t", [-10000, 1, -29, 1.08], [38.9035955467105, -9.998920116629947e-05, -2.5436654594646324e-13, -0.9999999999941741] },
        { "student-t", [0, 0.5, 2, 3], [3.0056576453860906, -0.8652812001805645, -1.5958436005416938, 0.036409556158118535] },
        { "student-t", [0, 0.5, 20, 1], [1.6028782546150737, -0.36787944165075154, 0.6321205583492484, -8.2467972446654e-10] },
        { "student-t", [0, 0.5, 1.5, 0.25], [1.4883079573409705, -0.11191694107669332, 0.9720207647308267, -0.057032839848254774] },
        { "generalised-pareto", [0.0, 1000000000000000.0, 0.5], [33.84562921435077, 9.99999999999998e-16, 9.999999999999652e-16] },
        { "generalised-pareto", [-1.25, 10000.0, 1.5], [9.61691116267975, -8.089813502907113e-05, 9.989943156770068e-05] },
        { "generalised-pareto", [0.5, 0.25, 1.5], [1.5246901491867841, 0.07348900901193593, 0.4270354865545473] },
        { "crps-laplace", [100, 0.75, -745], [843.4122499875405, 1.0, -1.587750012459506] },
        { "crps-laplace", [0, 0.75, 3], [1.9254448494168537, -0.7575839122110628, -0.3473068872163346] },
        { "crps-laplace", [0, 0.75, 0.01], [0.5292735853363206, -0.004712526565215124, 0.5292264600706684] },
        { "gompertz-survival", [-0.1, -0.001, 2.25, 1], [2.135845537677976, 1.0335955376779762, 0.036937056842652624] },
        { "gompertz-survival", [-0.1, 1e-09, 2.25, 1], [2.1358841906212787, 1.0358841928712788, 0.04036971783907723] },
        { "gompertz-survival", [-0.1, 0.5, 2.25, 0], [3.7645160850597823, 3.7645160850597823, 5.012897402426764] },
        { "gamma-likelihood", [0.5, 1.4375, 1.25], [0.5905275930455947, 1.018170433565302, -0.37224582014616703] },
        { "gamma-likelihood", [0.5, 2.5, 1.25], [0.3255491447245466, 2.9461738370401607, -0.08020764514422317] },
        { "gamma-likelihood", [0.25, -0.5, 1.25], [1.5214060122361752, 0.01607246878636504, -0.6166750159825947] },
        { "beta-divergence", [1e-300, 1.1647138083146173], [803.5686721828945, -1.1647138083146173e+300] },
        { "beta-divergence", [1.0009765625, 1], [4.7652694454110405e-07, 0.000975609756097561] },
        { "beta-divergence:beta=0", [700, 1e-300], [696.3266082332572, 0.0014285714285714286] },
        { "beta-divergence:beta=0", [1.0009765625, 1], [4.7621695789792034e-07, 0.0009746579417013682] },
    };

    /// <summary>Loss, prediction, target, value, derivative.</summary>
    public static TheoryData<string, double, double, double, double> Samples => new()
    {
        { "inverse-gaussian", 1e-8, 1, -0.5, 9.999999850000001e-09 },
        { "inverse-gaussian", -1e-8, 0.9999999999999999, -0.5, -1.0000000038977697e-08 },
        { "itakura-saito", 745, 500, 0.0699170595546832, 0.00044142155758749603 },
        { "itakura-saito", 3, 5, 0.155841042900676, -0.2222222222222222 },
        { "extreme-stable", -745, -1e300, 2.8223507304719374e-24, 2.8223507304719374e-24 },
        { "periodic", -1e15, 0.3, 1.3090169943749475, -5.975664329483112 },
        { "periodic:period=360", 3600000000000090, 0.3, 0.9947640361685804, 0.017453053274527845 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Losses_of_several_numbers_keep_their_digits(string key, double[] numbers, double[] expected)
    {
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>(key);
        LossInputs<double> inputs = new() { Reduction = Reduction.Sum };
        foreach ((InputCard card, double number) in loss.Inputs.Zip(numbers))
        {
            double[] one = [number];
            inputs[card.Name] = card.IsDifferentiable
                ? new Tensor<double>(new Shape(1), one, new double[1])
                : new Tensor<double>(new Shape(1), one);
        }

        Near(expected[0], loss.Evaluate(inputs).Sum, 0);
        double largest = expected.Skip(1).Max(Math.Abs);
        InputCard[] differentiable = [.. loss.Inputs.Where(card => card.IsDifferentiable)];
        for (int k = 1; k < expected.Length; k++)
        {
            Near(expected[k], inputs[differentiable[k - 1].Name].Gradient[0], largest);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Losses_of_a_prediction_keep_their_digits(
        string loss, double prediction, double target, double value, double derivative)
    {
        double[] gradient = new double[1];
        Totals totals = LossCatalogue.Create<ISampleLoss>(loss).Evaluate(new LossBatch<double>
        {
            Predictions = [prediction],
            Targets = [target],
            Gradient = gradient,
            Reduction = Reduction.Sum,
        });
        Near(value, totals.Sum, 0);
        Near(derivative, gradient[0], 0);
    }

    /// <summary>Several derivatives of a sample are one gradient: its rounding is that of the largest.</summary>
    private static void Near(double expected, double found, double largest) => Assert.True(
        Math.Abs(found - expected) <= (2e-14 * Math.Abs(expected)) + (4e-15 * largest),
        $"expected {expected:R}, found {found:R}");
}
