import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j Community with Bolt on loopback and its password check on. Arguments: home folder, port.
 * Prints "ready" when it answers, and ends when its standard input closes: so it never outlives the tests.
 */
public class Neo4jForTests {
  public static void main(String[] arguments) throws Exception {
    SocketAddress address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
      .setConfig(BoltConnector.enabled, true)
      .setConfig(BoltConnector.listen_address, address)
      .setConfig(BoltConnector.advertised_address, address)
      .setConfig(GraphDatabaseSettings.auth_enabled, true)
      .setConfig(GraphDatabaseSettings.pagecache_memory, 64L * 1024 * 1024)
      .build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    System.out.println("ready");
    while (System.in.read() != -1) {}
    System.exit(0);
  }
}
