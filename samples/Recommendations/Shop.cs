using Lossary.Numerics;

namespace Lossary.Samples;

/// <summary>Users, items and what came of their meetings: made up, so that the truth is known.</summary>
/// <remarks>
/// A user likes an item by 3 stars, plus how easily the user is pleased, plus how good the item is, plus how well the
/// user's two tastes go with the item's two flavours. A rating is that with noise; a click is drawn with a probability
/// that grows with it.
/// </remarks>
public sealed class Shop
{
    public const int Users = 200;
    public const int Items = 100;
    public const double Noise = 0.5;

    public Shop(int meetings, ulong seed)
    {
        RandomStream random = new(seed);
        double[] users = new double[3 * Users];
        double[] items = new double[3 * Items];
        random.FillNormal(users);
        random.FillNormal(items);
        Pairs = new float[2 * meetings];
        Ratings = new float[meetings];
        Clicks = new float[meetings];
        ClickProbabilities = new double[meetings];
        for (int i = 0; i < meetings; i++)
        {
            int user = random.NextInt(Users);
            int item = random.NextInt(Items);
            double taste = (users[3 * user] * items[3 * item]) + (users[(3 * user) + 1] * items[(3 * item) + 1]);
            double liking = 3 + (0.4 * users[(3 * user) + 2]) + (0.4 * items[(3 * item) + 2]) + (0.7 * taste);

            // One table of embeddings serves both: items are numbered on from the users.
            Pairs[2 * i] = user;
            Pairs[(2 * i) + 1] = Users + item;
            Ratings[i] = (float)(liking + (Noise * random.NextNormal()));
            ClickProbabilities[i] = 1 / (1 + Math.Exp(-2 * (liking - 3.5)));
            Clicks[i] = random.NextDouble() < ClickProbabilities[i] ? 1 : 0;
        }
    }

    /// <summary>User and item of each meeting, <c>[n, 2]</c>.</summary>
    public float[] Pairs { get; }

    /// <summary>Stars, <c>[n]</c>.</summary>
    public float[] Ratings { get; }

    /// <summary>0 or 1, <c>[n]</c>.</summary>
    public float[] Clicks { get; }

    /// <summary>What each click was drawn with, <c>[n]</c>.</summary>
    public double[] ClickProbabilities { get; }
}
